package io.rolewright.rule.trust;

import io.rolewright.catalog.ExternalIdWord;
import io.rolewright.model.AccountNumber;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Why an external ID that a policy asks for is easily guessed, or cannot be sent at all: STS takes
 * 2 to 1224 letters, digits and {@code _+=,.@:/-}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
public final class WeakExternalId {

  private static final int LEAST = 2;
  private static final int MOST = 1224;
  private static final int SHORT = 8;
  private static final String ROWS =
      "01234567890123456789 98765432109876543210 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl";

  private WeakExternalId() {}

  /** The reason as the end of a sentence; nothing where there is none. */
  public static Optional<String> reason(Condition condition, Text value, Optional<Role> role) {
    if (value.isOwnAccount()) {
      return Optional.of("it is the number of the role's own account");
    }
    if (value.hasWildcard()) {
      return isLike(condition) ? Optional.of("every ID of that form passes") : Optional.empty();
    }
    if (value.hasUnknown()) {
      return preset(value);
    }
    if (!value.variables().isEmpty()) {
      return Optional.of("it is what the request says of the caller, not what the vendor chose");
    }
    String id = value.shown();
    return unsendable(id).or(() -> guessed(id, role));
  }

  private static boolean isLike(Condition condition) {
    return condition.operator().filter(o -> o.comparison() == Comparison.STRING_LIKE).isPresent();
  }

  /** That a template gives it to everyone who changes nothing. */
  private static Optional<String> preset(Text value) {
    List<TextPart.Unknown> unknowns = value.unknowns();
    boolean known =
        !unknowns.isEmpty()
            && unknowns.stream().allMatch(u -> u.typical().filter(t -> !t.isEmpty()).isPresent());
    return known
        ? Optional.of(
            "it is the default `"
                + Typical.of(value).shown()
                + "`, which is the same for everyone who uses the template")
        : Optional.empty();
  }

  private static Optional<String> unsendable(String id) {
    if (id.length() < LEAST) {
      return Optional.of("STS takes none of fewer than 2 characters, so that nobody gets in");
    }
    if (id.length() > MOST) {
      return Optional.of("STS takes none of more than 1224 characters, so that nobody gets in");
    }
    return id.chars()
        .filter(c -> !isLegal(c))
        .mapToObj(c -> "STS takes none with `" + (char) c + "`, so that nobody gets in")
        .findFirst();
  }

  private static boolean isLegal(int c) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    return letter || c >= '0' && c <= '9' || "_+=,.@:/-".indexOf(c) >= 0;
  }

  private static Optional<String> guessed(String id, Optional<Role> role) {
    if (AccountNumber.isOne(id.replace("-", ""))) {
      return Optional.of("it is an account number, which is no secret");
    }
    if (id.length() < SHORT) {
      return Optional.of("it has only " + id.length() + " characters");
    }
    if (role.filter(r -> r.name().is(id)).isPresent()) {
      return Optional.of("it is the role's own name");
    }
    if (id.chars().distinct().count() <= 2 || isRow(id.toLowerCase(Locale.ROOT))) {
      return Optional.of("it is a row of characters that anybody tries first");
    }
    return ExternalIdWord.makesUp(id)
        ? Optional.of("it is made of common words or of a vendor's name")
        : Optional.empty();
  }

  private static boolean isRow(String id) {
    return ROWS.contains(id);
  }
}
