package io.rolewright.reason.estate;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import java.util.Optional;

/** Condition keys as AWS writes them. */
final class Spelled {

  private Spelled() {}

  /** The spelling of a key given in lower case; its own where it is not listed. */
  static String key(String key) {
    return switch (key) {
      case "aws:multifactorauthpresent" -> "aws:MultiFactorAuthPresent";
      case "sts:externalid" -> "sts:ExternalId";
      case "aws:principalarn" -> "aws:PrincipalArn";
      default -> listed(key);
    };
  }

  private static String listed(String key) {
    Optional<ConditionKey> listed = Catalog.shipped().conditionKey(key).key();
    String name = listed.map(ConditionKey::name).orElse(key);
    int variable = name.indexOf("${");
    return variable < 0 ? name : name.substring(0, variable) + key.substring(variable);
  }
}
