package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.List;

/**
 * What the names of callers look like. Formulas leave out what does not look so, so the fields must
 * be held to it. A path may have colons in it, an account, a user's name and a session's may not.
 */
final class CallerShapes {

  private static final Language ACCOUNT = Language.of(List.of(account()));
  private static final Language PATH = Language.of(List.of(Pattern.glob(""), Pattern.glob("*/")));
  private static final Language SOME = Language.of(List.of(Pattern.glob("?*")));
  private static final Language USERNAME =
      Language.of(List.of(new Pattern.Builder().oneWithoutColon().runWithoutColon().build()));
  private static final Language UNIQUE_ID =
      Language.of(List.of(new Pattern.Builder().runWithoutColon().build()));
  private static final Language SESSION =
      Language.of(
          List.of(
              new Pattern.Builder().oneWithoutColon().oneWithoutColon().runWithoutColon().build()));

  private CallerShapes() {}

  private static Pattern account() {
    Pattern.Builder number = new Pattern.Builder();
    for (int digit = 0; digit < 12; digit++) {
      number.oneWithoutColon();
    }
    return number.build();
  }

  /** The shape of a field that is part of a caller; any text of another. */
  static Language of(Field field) {
    if (field.equals(Callers.ACCOUNT)) {
      return ACCOUNT;
    }
    if (field.equals(Callers.PATH)) {
      return PATH;
    }
    if (field.equals(Callers.USERNAME)) {
      return USERNAME;
    }
    if (field.equals(CallerKeys.UNIQUE_ID)) {
      return UNIQUE_ID;
    }
    if (field.equals(Callers.SESSION)) {
      return SESSION;
    }
    boolean name =
        field.equals(Callers.NAME)
            || field.equals(Callers.ISSUER)
            || field.equals(Callers.PRINCIPAL);
    return name ? SOME : Language.universal();
  }
}
