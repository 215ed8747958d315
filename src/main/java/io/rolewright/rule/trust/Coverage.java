package io.rolewright.rule.trust;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.List;
import java.util.Locale;

/**
 * Whether one statement speaks of all that another speaks of, conditions on MFA aside. Decided on
 * the patterns as written: it may say no where a closer look would say yes, never the reverse.
 */
public final class Coverage {

  private Coverage() {}

  public static boolean covers(Statement wide, Statement narrow) {
    return principals(wide.principal(), narrow.principal())
        && actions(wide.action(), narrow.action())
        && resources(wide.resource(), narrow.resource())
        && wide.conditions().stream().allMatch(c -> Mfa.tests(c) || isAmong(c, narrow));
  }

  /** Whether the other statement has the same condition. */
  private static boolean isAmong(Condition condition, Statement other) {
    return other.conditions().stream()
        .anyMatch(
            c ->
                c.operatorName().equals(condition.operatorName())
                    && c.keyName().equals(condition.keyName())
                    && shown(c).equals(shown(condition)));
  }

  private static List<String> shown(Condition condition) {
    return condition.values().stream().map(Text::shown).toList();
  }

  private static boolean principals(PrincipalElement wide, PrincipalElement narrow) {
    return wide.match(
        listed -> listed(listed.patterns(), narrow),
        except -> narrow.equals(wide),
        absent -> narrow.patterns().isEmpty());
  }

  private static boolean listed(List<PrincipalPattern> wide, PrincipalElement narrow) {
    boolean everyone = wide.stream().anyMatch(PrincipalPattern.Everyone.class::isInstance);
    return everyone
        || narrow.match(
            listed -> wide.containsAll(listed.patterns()), except -> false, absent -> false);
  }

  private static boolean actions(ActionElement wide, ActionElement narrow) {
    return wide.match(
        listed ->
            narrow.match(
                n -> each(listed.patterns(), n.patterns()),
                except -> anything(listed.patterns()),
                absent -> false),
        except ->
            narrow.match(
                n -> apart(except.patterns(), n.patterns()),
                n -> each(n.patterns(), except.patterns()),
                absent -> false),
        absent -> false);
  }

  private static boolean resources(ResourceElement wide, ResourceElement narrow) {
    return wide.match(
        listed ->
            narrow.match(
                n -> each(listed.patterns(), n.patterns()),
                except -> anything(listed.patterns()),
                absent -> anything(listed.patterns())),
        except ->
            narrow.match(
                n -> apart(except.patterns(), n.patterns()),
                n -> each(n.patterns(), except.patterns()),
                absent -> false),
        absent -> true);
  }

  private static boolean anything(List<Text> patterns) {
    return patterns.stream().anyMatch(Text::isStar);
  }

  /** Whether each narrow pattern lies within a wide one. */
  private static boolean each(List<Text> wide, List<Text> narrow) {
    return narrow.stream().allMatch(n -> wide.stream().anyMatch(w -> within(w.shown(), n.shown())));
  }

  /** Whether nothing matches both a pattern here and a pattern there. */
  private static boolean apart(List<Text> some, List<Text> others) {
    return some.stream().noneMatch(s -> others.stream().anyMatch(o -> overlap(lower(s), lower(o))));
  }

  /** Whether a pattern matches another's text; its stars then match the other's wildcards too. */
  private static boolean within(String wide, String narrow) {
    String[] pieces = wide.toLowerCase(Locale.ROOT).split("\\*", -1);
    String text = narrow.toLowerCase(Locale.ROOT);
    if (pieces.length == 1) {
      return pieces[0].equals(text);
    }
    String first = pieces[0];
    String last = pieces[pieces.length - 1];
    if (!text.startsWith(first) || text.length() < first.length() + last.length()) {
      return false;
    }
    int at = first.length();
    for (int i = 1; i < pieces.length - 1; i++) {
      int found = text.indexOf(pieces[i], at);
      if (found < 0) {
        return false;
      }
      at = found + pieces[i].length();
    }
    return text.length() - last.length() >= at && text.endsWith(last);
  }

  private static String lower(Text text) {
    return text.hasUnknown() ? "*" : text.shown().toLowerCase(Locale.ROOT);
  }

  /** Whether some text matches both patterns; from their ends to their beginnings. */
  private static boolean overlap(String a, String b) {
    boolean[][] met = new boolean[a.length() + 2][b.length() + 2];
    met[a.length()][b.length()] = true;
    for (int x = a.length(); x >= 0; x--) {
      for (int y = b.length(); y >= 0; y--) {
        char p = x < a.length() ? a.charAt(x) : '\0';
        char q = y < b.length() ? b.charAt(y) : '\0';
        boolean run = p == '*' && (met[x + 1][y] || q != '\0' && met[x][y + 1]);
        boolean other = q == '*' && (met[x][y + 1] || p != '\0' && met[x + 1][y]);
        boolean same = p != '\0' && q != '\0' && (p == q || p == '?' || q == '?');
        met[x][y] |= run || other || same && met[x + 1][y + 1];
      }
    }
    return met[0][0];
  }
}
