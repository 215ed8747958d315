package io.rolewright.parse.cloudformation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the name and the ARN of a type of resource are made.
 *
 * @param noun what a person calls it
 * @param nameProperty the property that names it; where it is absent CloudFormation makes a name up
 * @param refIsArn whether {@code Ref} gives the ARN; otherwise it gives the name
 * @param arnAttribute the attribute that is the ARN
 * @param arn its shape: {@code P} partition, {@code R} region, {@code A} account, {@code T} path,
 *     {@code N} name, each in braces
 */
record ResourceNames(
    String noun, String nameProperty, boolean refIsArn, String arnAttribute, String arn) {

  static final String ROLE = "AWS::IAM::Role";
  static final String USER = "AWS::IAM::User";
  static final String GROUP = "AWS::IAM::Group";
  static final String MANAGED_POLICY = "AWS::IAM::ManagedPolicy";

  private static final Map<String, ResourceNames> BY_TYPE = byType();

  /**
   * Those of a type, from its page in the <a
   * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">resource
   * reference</a> (section <i>Return values</i>).
   */
  static Optional<ResourceNames> of(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  private static Map<String, ResourceNames> byType() {
    Map<String, ResourceNames> types = new HashMap<>();
    named(types, ROLE, "role", "RoleName", "arn:{P}:iam::{A}:role{T}{N}");
    named(types, USER, "user", "UserName", "arn:{P}:iam::{A}:user{T}{N}");
    named(types, GROUP, "group", "GroupName", "arn:{P}:iam::{A}:group{T}{N}");
    named(types, "AWS::S3::Bucket", "bucket", "BucketName", "arn:{P}:s3:::{N}");
    named(types, "AWS::SQS::Queue", "queue", "QueueName", "arn:{P}:sqs:{R}:{A}:{N}");
    named(types, "AWS::Logs::LogGroup", "log group", "LogGroupName", LOG_GROUP);
    named(types, "AWS::DynamoDB::Table", "table", "TableName", TABLE);
    named(types, "AWS::Lambda::Function", "function", "FunctionName", FUNCTION);
    named(types, "AWS::Serverless::Function", "function", "FunctionName", FUNCTION);
    arn(types, "AWS::SNS::Topic", "topic", "TopicName", "arn:{P}:sns:{R}:{A}:{N}");
    arn(types, "AWS::IAM::OIDCProvider", "OIDC provider", "Url", OIDC);
    arn(types, "AWS::IAM::SAMLProvider", "SAML provider", "Name", SAML);
    types.put(
        MANAGED_POLICY,
        new ResourceNames(
            "managed policy",
            "ManagedPolicyName",
            true,
            "PolicyArn",
            "arn:{P}:iam::{A}:policy{T}{N}"));
    return types;
  }

  private static final String LOG_GROUP = "arn:{P}:logs:{R}:{A}:log-group:{N}:*";
  private static final String TABLE = "arn:{P}:dynamodb:{R}:{A}:table/{N}";
  private static final String FUNCTION = "arn:{P}:lambda:{R}:{A}:function:{N}";
  private static final String OIDC = "arn:{P}:iam::{A}:oidc-provider/{N}";
  private static final String SAML = "arn:{P}:iam::{A}:saml-provider/{N}";

  private static void named(
      Map<String, ResourceNames> types, String type, String noun, String property, String arn) {
    types.put(type, new ResourceNames(noun, property, false, "Arn", arn));
  }

  private static void arn(
      Map<String, ResourceNames> types, String type, String noun, String property, String arn) {
    types.put(type, new ResourceNames(noun, property, true, "Arn", arn));
  }
}
