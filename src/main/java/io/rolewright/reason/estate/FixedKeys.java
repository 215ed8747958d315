package io.rolewright.reason.estate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.simulate.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys that a request of a principal has whatever he does, or cannot have (section
 * 3.4 of the semantics, R3.28).
 */
final class FixedKeys {

  private static final String TAG = "aws:principaltag/";
  private static final String TAG_OF_RESOURCE = "aws:resourcetag/";
  private static final Relevant TAGGING = new Relevant("sts:TagSession");

  private final Principal principal;
  private final Target target;

  FixedKeys(Principal principal, Target target) {
    this.principal = principal;
    this.target = target;
  }

  /** Whether nobody can choose the key's value. */
  boolean has(String key) {
    if (key.startsWith(TAG)) {
      return !takesTags();
    }
    if (key.startsWith(TAG_OF_RESOURCE)) {
      return target.tags().isPresent() && !(target.isAssumption() && takesTags());
    }
    return switch (key) {
      case "aws:principalarn",
          "aws:principalaccount",
          "aws:principaltype",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:username",
          "aws:sourcearn",
          "aws:sourceaccount" ->
          true;
      case "aws:resourceaccount" -> target.owner().isPresent();
      case "sts:externalid", "sts:rolesessionname" -> !target.isAssumption();
      default -> false;
    };
  }

  /** The value; none if the key is absent. */
  Optional<String> of(String key) {
    if (key.startsWith(TAG)) {
      return tag(principal.tags(), key.substring(TAG.length()));
    }
    if (key.startsWith(TAG_OF_RESOURCE)) {
      return target.tags().flatMap(t -> tag(t, key.substring(TAG_OF_RESOURCE.length())));
    }
    return switch (key) {
      case "aws:principalarn" -> Optional.of(principal.arn());
      case "aws:principalaccount" -> Optional.of(principal.account());
      case "aws:principaltype" -> Optional.of(principal.isRole() ? "AssumedRole" : "User");
      case "aws:principalisawsservice" -> Optional.of("false");
      case "aws:username" ->
          principal.kind() == Caller.Kind.USER ? Optional.of(principal.name()) : Optional.empty();
      case "aws:resourceaccount" -> target.owner();
      default -> Optional.empty();
    };
  }

  /** Tag keys are compared without regard to case (R1.28). */
  private static Optional<String> tag(Map<String, String> tags, String key) {
    return tags.entrySet().stream()
        .filter(tag -> tag.getKey().toLowerCase(Locale.ROOT).equals(key))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst();
  }

  /** Whether a session of the principal may have tags that somebody else chose. */
  private boolean takesTags() {
    Optional<PolicyDocument> trust = principal.trust();
    return principal.isRole()
        && (trust.isEmpty()
            || trust.get().statements().stream()
                .anyMatch(statement -> !statement.isDeny() && TAGGING.maySpeak(statement)));
  }
}
