package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.Target;
import io.rolewright.rule.Estate;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What words may know besides their arguments: the estate, the rule with its options, and the role
 * that is being judged, if it is one.
 */
public record Scope(Estate estate, RuleMetadata rule, Optional<Role> role) {

  private static final SourceFile NOWHERE = SourceFile.unread("rule");

  /** Text that was written in no policy. */
  public static Text text(String value) {
    return Text.literal(NOWHERE.at(0, 0), value);
  }

  /** An option of the rule. */
  public String option(String name) {
    return estate.option(rule, name);
  }

  /** The account that owns what is judged, a stand-in where nothing tells it. */
  public String owner() {
    String told = role.map(estate::accountOf).orElse(Estate.UNNAMED_ACCOUNT);
    return told.equals(Estate.UNNAMED_ACCOUNT)
        ? role.flatMap(Role::trust).flatMap(ProviderAccount::of).orElse(told)
        : told;
  }

  /**
   * The role that actors may try to assume.
   *
   * @param policies whoever they name is no stranger
   */
  public Target target(List<PolicyDocument> policies) {
    Set<String> known = new HashSet<>(estate.ownAccounts());
    known.addAll(estate.trustedAccounts());
    return new Target(policies, roleArn(), owner(), known, estate.ownOrganizations());
  }

  /** The ARN of the role that is judged, in the partition that its policy speaks of. */
  public String roleArn() {
    String name = role.map(r -> r.name().shown()).orElse("this-role");
    String path = role.flatMap(Role::path).orElse("/");
    String partition = role.flatMap(Role::trust).map(Partition::of).orElse("aws");
    return "arn:" + partition + ":iam::" + owner() + ":role" + path + name;
  }
}
