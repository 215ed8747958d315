package io.rolewright.rule.trust;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Set;

/**
 * A condition that does not keep a stranger out.
 *
 * @param reason why not, in a few words, told from the request with which he gets in
 */
public record Opening(Condition condition, String reason) {

  /** Keys of which the caller sets the value (class WEAK of R5.1). */
  private static final Set<String> CHOSEN =
      Set.of(
          "sts:externalid",
          "sts:sourceidentity",
          "sts:rolesessionname",
          "sts:transitivetagkeys",
          "aws:sourceidentity",
          "aws:tagkeys",
          "aws:useragent",
          "aws:referer",
          "aws:requestedregion",
          "aws:username");

  private static final List<String> TAGS =
      List.of("aws:requesttag/", "aws:principaltag/", "aws:resourcetag/", "iam:resourcetag/");

  /** A condition, with why it lets a request pass. */
  public static Opening of(Condition condition, Request request) {
    return new Opening(condition, reason(condition, request.context().get(condition.keyName())));
  }

  private static String reason(Condition condition, List<String> values) {
    String key = "`" + condition.key().shown() + "`";
    if (condition.operator().isEmpty() || condition.key().hasUnknown()) {
      return "nobody can tell what " + key + " asks";
    }
    if (values.isEmpty()) {
      return "`" + condition.operatorName() + "` holds where " + key + " is absent";
    }
    return reason(condition, condition.operator().get(), key);
  }

  private static String reason(Condition condition, ConditionOperator operator, String key) {
    String name = condition.keyName();
    if (name.startsWith("aws:multifactorauth")) {
      return "strangers have MFA devices too";
    }
    if (isChosen(name)) {
      return "the caller chooses " + key;
    }
    if (operator.negated()) {
      return "`" + condition.operatorName() + "` on " + key + " shuts out only what it lists";
    }
    if (name.equals("aws:principalarn") || name.equals("aws:userid")) {
      return "anybody can name a role of his own so that " + key + " fits";
    }
    return key + " can be so for anybody";
  }

  private static boolean isChosen(String name) {
    return CHOSEN.contains(name) || TAGS.stream().anyMatch(name::startsWith);
  }
}
