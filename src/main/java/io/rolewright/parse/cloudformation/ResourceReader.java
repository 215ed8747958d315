package io.rolewright.parse.cloudformation;

import java.util.Optional;

/** Reads resources of one type in one world, where they exist. */
interface ResourceReader {

  void read(Reading reading, Resource resource, Harvest harvest);

  /** The reader for a type; none for types that hold no policies. */
  static Optional<ResourceReader> of(String type) {
    return switch (type) {
      case "AWS::IAM::Role" -> Optional.of(Identities::role);
      case "AWS::IAM::User" -> Optional.of(Identities::user);
      case "AWS::IAM::Group" -> Optional.of(Identities::group);
      case "AWS::IAM::ManagedPolicy",
          "AWS::IAM::Policy",
          "AWS::IAM::RolePolicy",
          "AWS::IAM::UserPolicy",
          "AWS::IAM::GroupPolicy" ->
          Optional.of(Policies::attachable);
      case "AWS::SSO::PermissionSet" -> Optional.of(Sessions::permissionSet);
      case "AWS::RolesAnywhere::Profile" -> Optional.of(Sessions::rolesAnywhereProfile);
      case "AWS::Transfer::User" -> Optional.of(Sessions::transferUser);
      case "AWS::EKS::PodIdentityAssociation" -> Optional.of(Sessions::podIdentityAssociation);
      case "AWS::Serverless::Function", "AWS::Serverless::StateMachine" ->
          Optional.of(ServerlessRole::read);
      case "AWS::Organizations::Policy" -> Optional.of(Policies::ofOrganization);
      default -> ofPolicyProperty(type).map(Policies::ofResource);
    };
  }

  /** The property that holds a resource's own policy. */
  private static Optional<String> ofPolicyProperty(String type) {
    return switch (type) {
      case "AWS::S3::BucketPolicy",
          "AWS::SQS::QueuePolicy",
          "AWS::SQS::QueueInlinePolicy",
          "AWS::SNS::TopicPolicy",
          "AWS::SNS::TopicInlinePolicy",
          "AWS::EC2::VPCEndpoint" ->
          Optional.of("PolicyDocument");
      case "AWS::KMS::Key", "AWS::KMS::ReplicaKey" -> Optional.of("KeyPolicy");
      case "AWS::SecretsManager::ResourcePolicy" -> Optional.of("ResourcePolicy");
      case "AWS::ECR::Repository" -> Optional.of("RepositoryPolicyText");
      default -> Optional.empty();
    };
  }
}
