package io.rolewright.reason.actor;

import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Set;

/**
 * What callers choose themselves, and what AWS lets them: external ids, names of sessions, users
 * and roles, tags. Of the letters that AWS refuses in these only the wildcards are said, since only
 * they matter to policies: {@code StringEquals} with {@code *} is met by nobody.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole
 *     </a>
 */
final class Typed {

  /** Keys that a caller sets, or makes true in his own account, at will (class WEAK of R5.1). */
  private static final Set<String> CHOSEN =
      Set.of(
          "sts:externalid",
          "sts:rolesessionname",
          "sts:sourceidentity",
          "aws:sourceidentity",
          "aws:username",
          "aws:useragent",
          "aws:referer",
          "aws:requestedregion",
          "aws:tokenissuetime",
          "aws:tagkeys",
          "sts:transitivetagkeys",
          "saml:sub",
          "saml:sub_type");

  private static final List<String> CHOSEN_PREFIXES =
      List.of("aws:requesttag/", "aws:principaltag/", "aws:resourcetag/", "iam:resourcetag/");

  /** Longer than one letter, as external ids, session names and source identities are. */
  private static final Language TWO = Language.of(List.of(Pattern.glob("??*")));

  /** Texts with a star or a question mark. */
  static final Language WILD =
      Language.of(
          List.of(
              new Pattern.Builder().run().character('*').run().build(),
              new Pattern.Builder().run().character('?').run().build()));

  /** The same, in a path of which the name stands behind. */
  private static final Language WILD_PATH =
      Language.of(
          List.of(
              new Pattern.Builder().run().character('*').run().characters("/").run().build(),
              new Pattern.Builder().run().character('?').run().characters("/").run().build()));

  private Typed() {}

  /** Whether a caller can have it as he likes. */
  static boolean isChosen(String key) {
    return CHOSEN.contains(key) || CHOSEN_PREFIXES.stream().anyMatch(key::startsWith);
  }

  /** What can be typed. */
  static Formula of(Key key) {
    return switch (key.name()) {
      case "sts:externalid", "sts:rolesessionname", "sts:sourceidentity", "aws:sourceidentity" ->
          key.onlyBut(TWO, WILD);
      case "aws:useragent", "aws:referer", "aws:tokenissuetime", "saml:sub", "saml:sub_type" ->
          key.free();
      default -> key.never(WILD);
    };
  }

  /** That the caller's names are such as can be given. */
  static Formula names(Encoding encoding) {
    Formulas formulas = encoding.formulas();
    Formula name =
        formulas.or(
            formulas.not(formulas.in(Callers.NAME, WILD)), formulas.in(Callers.NAME, WILD_PATH));
    return encoding.callers().kind() == Caller.Kind.ROLE_SESSION
        ? formulas.and(name, formulas.not(formulas.in(Callers.SESSION, WILD)))
        : name;
  }
}
