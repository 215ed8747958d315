package io.rolewright.rule.escalation;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Gaps;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Roles and users made of policy texts, all of one account. */
final class Cast {

  static final String ACCOUNT = "111122223333";
  static final String BOUNDARY = "arn:aws:iam::111122223333:policy/boundary";

  private final List<Role> roles = new ArrayList<>();
  private final List<Identity> identities = new ArrayList<>();

  /** A policy with these statements. */
  static PolicyDocument policy(PolicyKind kind, String... statements) {
    String text = "{'Version': '2012-10-17', 'Statement': [" + String.join(",", statements) + "]}";
    SourceFile file = SourceFile.of("policy.json", text.replace('\'', '"'));
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
  }

  static String allow(String actions, String resource) {
    return "{'Effect': 'Allow', 'Action': [" + actions + "], 'Resource': '" + resource + "'}";
  }

  static String allow(String actions, String resource, String condition) {
    return "{'Effect': 'Allow', 'Action': [%s], 'Resource': '%s', 'Condition': {%s}}"
        .formatted(actions, resource, condition);
  }

  static String deny(String actions, String resource, String condition) {
    return "{'Effect': 'Deny', 'Action': [%s], 'Resource': '%s', 'Condition': {%s}}"
        .formatted(actions, resource, condition);
  }

  /** A trust policy for a principal. */
  static PolicyDocument trust(String principal) {
    return policy(
        PolicyKind.TRUST,
        "{'Effect': 'Allow', 'Principal': {%s}, 'Action': 'sts:AssumeRole'}".formatted(principal));
  }

  static Attachment attached(String name, boolean managed, PolicyDocument document) {
    Text text = Text.literal(document.origin(), name);
    return new Attachment(document.origin(), text, managed, Optional.of(document));
  }

  static Role role(
      String pathAndName, PolicyDocument trust, Optional<PolicyDocument> limit, String... allows) {
    PolicyDocument policy = policy(PolicyKind.IDENTITY, allows);
    int slash = pathAndName.lastIndexOf('/');
    return new Role(
        policy.origin(),
        Text.literal(policy.origin(), pathAndName.substring(slash + 1)),
        Optional.of(ACCOUNT),
        Optional.of("/" + pathAndName.substring(0, slash + 1)),
        Optional.of(trust),
        List.of(attached("inline", false, policy)),
        true,
        limit.map(document -> attached(BOUNDARY, true, document)),
        Optional.empty(),
        Map.of(),
        "");
  }

  /** A role of an EC2 instance. */
  static Role role(String pathAndName, String... allows) {
    return role(pathAndName, trust("'Service': 'ec2.amazonaws.com'"), Optional.empty(), allows);
  }

  static Identity user(String name, String... allows) {
    PolicyDocument policy = policy(PolicyKind.IDENTITY, allows);
    return new Identity(
        policy.origin(),
        Identity.Kind.USER,
        Text.literal(policy.origin(), name),
        Optional.of(ACCOUNT),
        Optional.of("/"),
        List.of(attached("inline", false, policy)),
        Optional.empty(),
        List.of(),
        Map.of(),
        "");
  }

  Cast with(Role role) {
    roles.add(role);
    return this;
  }

  Cast with(Identity identity) {
    identities.add(identity);
    return this;
  }

  Estate estate() {
    Inventory inventory =
        new Inventory(roles, identities, List.of(), List.of(), List.of(), List.of());
    return new Estate(
        inventory,
        Set.of(ACCOUNT),
        Set.of("444455556666"),
        true,
        Set.of(),
        Estate.SessionLimits.DEFAULT,
        Map.of(),
        new Gaps());
  }

  Roster roster() {
    return new Roster(estate());
  }
}
