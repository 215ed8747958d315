package io.rolewright.bench;

import static io.rolewright.bench.AccountExports.allow;
import static io.rolewright.bench.AccountExports.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policies of the kinds that AWS manages and nearly every account attaches, much shortened. */
final class AwsManagedLike {

  private static final List<String> USUAL =
      List.of(
          "AWSLambdaBasicExecutionRole",
          "AmazonSSMManagedInstanceCore",
          "CloudWatchAgentServerPolicy",
          "AmazonS3ReadOnlyAccess",
          "AmazonEC2ContainerRegistryReadOnly",
          "AWSXRayDaemonWriteAccess",
          "ReadOnlyAccess",
          "AWSLambdaVPCAccessExecutionRole",
          "AmazonDynamoDBFullAccess");

  /** The name of the one a role has; of few roles one with many rights. */
  static String usual(int i) {
    return switch (i % 100) {
      case 39 -> "AdministratorAccess";
      case 79 -> "PowerUserAccess";
      case 59, 60 -> "SecurityAudit";
      default -> USUAL.get(i % USUAL.size());
    };
  }

  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    String logs = "logs:CreateLogGroup,logs:CreateLogStream,logs:PutLogEvents";
    String ecr = "ecr:GetAuthorizationToken,ecr:BatchCheckLayerAvailability,ecr:BatchGetImage";
    String network = "ec2:CreateNetworkInterface,ec2:DescribeNetworkInterfaces";
    add(all, "AWSLambdaBasicExecutionRole", logs);
    add(all, "AWSLambdaVPCAccessExecutionRole", logs + "," + network);
    add(
        all,
        "AmazonSSMManagedInstanceCore",
        "ssm:DescribeAssociation,ssm:GetDocument,ssm:GetParameter,ssm:GetParameters,"
            + "ssm:ListAssociations,ssm:PutInventory,ssm:UpdateInstanceInformation,"
            + "ssmmessages:CreateControlChannel,ssmmessages:OpenDataChannel,ec2messages:*");
    add(all, "CloudWatchAgentServerPolicy", "cloudwatch:PutMetricData,ec2:DescribeTags," + logs);
    add(all, "AmazonS3ReadOnlyAccess", "s3:Get*,s3:List*,s3:Describe*,s3-object-lambda:Get*");
    add(all, "AmazonEC2ContainerRegistryReadOnly", ecr + ",ecr:List*,ecr:Describe*");
    add(all, "AWSXRayDaemonWriteAccess", "xray:PutTraceSegments,xray:PutTelemetryRecords");
    add(all, "AmazonDynamoDBFullAccess", "dynamodb:*,dax:*,cloudwatch:GetMetricStatistics");
    add(all, "AdministratorAccess", "*");
    add(all, "ReadOnlyAccess", reading(List.of("Get*", "List*", "Describe*")));
    add(all, "SecurityAudit", reading(List.of("List*", "Describe*")));
    all.put(
        "PowerUserAccess",
        ("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                + " \"NotAction\": [\"iam:*\", \"organizations:*\", \"account:*\"],"
                + " \"Resource\": \"*\"}, %s]}")
            .formatted(allow("iam:CreateServiceLinkedRole,iam:ListRoles", "*", "", 1)));
    return all;
  }

  private static void add(Map<String, String> all, String name, String actions) {
    all.put(name, document(allow(actions, "*", "", 0)));
  }

  private static String reading(List<String> verbs) {
    StringBuilder actions = new StringBuilder();
    for (String service :
        List.of(
            "s3", "ec2", "dynamodb", "lambda", "sqs", "sns", "kms", "logs", "ecs", "rds", "iam")) {
      for (String verb : verbs) {
        actions.append(service).append(':').append(verb).append(',');
      }
    }
    return actions.append("tag:GetResources").toString();
  }
}
