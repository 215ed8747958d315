package io.rolewright.reason.access;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The actions that fit {@code pattern} and all of {@code also} and none of {@code except}.
 *
 * @param also most often empty: only where two patterns cut each other, such as {@code s3:Get*} and
 *     {@code *Tagging}
 * @param except in order of their text
 */
public record ActionTerm(Pattern pattern, List<Pattern> also, List<Pattern> except)
    implements Comparable<ActionTerm> {

  public ActionTerm {
    also = List.copyOf(also);
    except = List.copyOf(except);
  }

  /** Just the actions that fit. */
  static ActionTerm of(Pattern pattern) {
    return new ActionTerm(pattern, List.of(), List.of());
  }

  /** Whether it is one pattern and nothing else. */
  public boolean isPlain() {
    return also.isEmpty() && except.isEmpty();
  }

  /** Whether an action, in lower case, is one of these. */
  boolean contains(String action) {
    return pattern.matches(action)
        && also.stream().allMatch(other -> other.matches(action))
        && except.stream().noneMatch(other -> other.matches(action));
  }

  /** The patterns that an action must fit. */
  List<Pattern> wanted() {
    List<Pattern> wanted = new ArrayList<>(List.of(pattern));
    wanted.addAll(also);
    return wanted;
  }

  Formula formula(Formulas formulas) {
    List<Formula> parts = new ArrayList<>();
    wanted().forEach(one -> parts.add(in(formulas, List.of(one))));
    parts.add(formulas.not(in(formulas, except)));
    return formulas.and(parts);
  }

  private static Formula in(Formulas formulas, List<Pattern> patterns) {
    return formulas.in(AccessLines.ACTION, Language.of(patterns));
  }

  /** By text. */
  @Override
  public int compareTo(ActionTerm other) {
    return toString().compareTo(other.toString());
  }

  /** In lower case, as {@code s3:* except s3:delete*, s3:put*}. */
  @Override
  public String toString() {
    return pattern
        + (also.isEmpty() ? "" : " that is also " + joined(also))
        + (except.isEmpty() ? "" : " except " + joined(except));
  }

  private static String joined(List<Pattern> patterns) {
    return patterns.stream().map(Pattern::toString).collect(Collectors.joining(", "));
  }
}
