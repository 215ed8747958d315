package io.rolewright.rule.word;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.trust.Principals;
import io.rolewright.simulate.Operands;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * Which entry of a list takes in another, so that the other says nothing. Of two that take in each
 * other the earlier counts. What is told is certain; not all is told.
 */
final class Covering {

  private Covering() {}

  /** Of the patterns of an action element, in any letter case. */
  static Optional<Text> action(Statement statement, Text action) {
    return text(statement.action().patterns(), action, s -> s.toLowerCase(Locale.ROOT), true);
  }

  /** Of the patterns of a resource element. */
  static Optional<Text> resource(Statement statement, Text resource) {
    return text(statement.resource().patterns(), resource, s -> s, true);
  }

  /** Of the values of a test, as its operator compares them. */
  static Optional<Text> value(Condition test, Text value) {
    Optional<Comparison> comparison = test.operator().map(o -> o.comparison());
    if (comparison.isEmpty() || comparison.get() == Comparison.NULL) {
      return Optional.empty();
    }
    if (comparison.get() == Comparison.IP_ADDRESS) {
      return covering(test.values(), value, (w, n) -> isInside(w, n));
    }
    boolean anyCase = comparison.get() == Comparison.STRING_EQUALS_IGNORE_CASE;
    boolean globs = comparison.get() == Comparison.STRING_LIKE;
    return text(test.values(), value, s -> anyCase ? s.toLowerCase(Locale.ROOT) : s, globs);
  }

  /**
   * Of the principals of a statement: the same one in whatever spelling, and the whole of a foreign
   * account. Whom a role's own account names by name needs no permission of his own, so that he is
   * more than a part of the account.
   *
   * @param foreign tells accounts that are not the role's own
   */
  static Optional<PrincipalPattern> principal(
      Statement statement, PrincipalPattern narrow, BiPredicate<Text, PrincipalPattern> foreign) {
    return covering(
        statement.principal().patterns(),
        narrow,
        (wide, inner) -> isSame(wide, inner) || isAccountOf(wide, inner, foreign));
  }

  private static boolean isSame(PrincipalPattern one, PrincipalPattern other) {
    if (Principals.isEveryone(one) && Principals.isEveryone(other)) {
      return true;
    }
    if (one instanceof PrincipalPattern.Account a && other instanceof PrincipalPattern.Account b) {
      return isSame(a.account(), b.account());
    }
    return Principals.kind(one).equals(Principals.kind(other)) && isSame(one.text(), other.text());
  }

  private static boolean isSame(Text one, Text other) {
    return one.plain().isPresent() && one.plain().equals(other.plain());
  }

  private static boolean isAccountOf(
      PrincipalPattern wide, PrincipalPattern narrow, BiPredicate<Text, PrincipalPattern> foreign) {
    return wide instanceof PrincipalPattern.Account account
        && !(narrow instanceof PrincipalPattern.Account)
        && foreign.test(account.account(), wide)
        && Principals.account(narrow).filter(a -> isSame(account.account(), a)).isPresent();
  }

  private static Optional<Text> text(
      List<Text> all, Text narrow, UnaryOperator<String> folding, boolean globs) {
    return covering(all, narrow, (wide, inner) -> covers(wide, inner, folding, globs));
  }

  private static boolean covers(
      Text wide, Text narrow, UnaryOperator<String> folding, boolean globs) {
    if (!isPlain(wide) || !isPlain(narrow)) {
      return false;
    }
    String one = folding.apply(wide.shown());
    String other = folding.apply(narrow.shown());
    return one.equals(other)
        || globs && !other.contains("?") && io.rolewright.catalog.Glob.matches(one, other);
  }

  private static boolean isPlain(Text text) {
    return !text.hasUnknown() && text.variables().isEmpty();
  }

  private static boolean isInside(Text wide, Text narrow) {
    Optional<Operands.Range> outer = wide.plain().flatMap(Operands::addresses);
    Optional<Operands.Range> inner = narrow.plain().flatMap(Operands::addresses);
    return outer.isPresent()
        && inner.isPresent()
        && outer.get().first().compareTo(inner.get().first()) <= 0
        && outer.get().last().compareTo(inner.get().last()) >= 0;
  }

  private static <T> Optional<T> covering(List<T> all, T narrow, BiPredicate<T, T> covers) {
    boolean later = false;
    for (T other : all) {
      if (other == narrow) {
        later = true;
      } else if (covers.test(other, narrow) && !(later && covers.test(narrow, other))) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }
}
