package io.rolewright.reason.access;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines in English: {@code s3:Get* on arn:aws:s3:::reports/* with MFA}. */
public final class AccessWords {

  private static final String IF = "if ";

  private final Spelling spelling;
  private final ConditionWords conditions;

  private AccessWords(Spelling spelling, ConditionWords conditions) {
    this.spelling = spelling;
    this.conditions = conditions;
  }

  /** Words that spell names so; the domains say which keys are always there. */
  public static AccessWords of(Spelling spelling, Domains domains) {
    return new AccessWords(spelling, ConditionWords.of(spelling, domains));
  }

  /** A line: actions, resources, conditions. */
  public String line(Line<?> line) {
    List<String> parts = new ArrayList<>();
    parts.add(actions(line.actions()));
    parts.add(resources(line));
    parts.add(joined(conditions(line)));
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  /** What begins with {@code if} comes last, and the word is said once. */
  private static String joined(List<String> phrases) {
    List<String> words = new ArrayList<>();
    List<String> clauses = new ArrayList<>();
    for (String phrase : phrases) {
      if (phrase.startsWith(IF)) {
        clauses.add(phrase.substring(IF.length()));
      } else {
        words.add(phrase);
      }
    }
    String first = String.join(" and ", words);
    String last = clauses.isEmpty() ? "" : IF + String.join(" and ", clauses);
    return first + (first.isEmpty() || last.isEmpty() ? "" : " ") + last;
  }

  /** The terms, spelled. */
  public String actions(ActionSet actions) {
    boolean plain = actions.terms().stream().allMatch(ActionTerm::isPlain);
    return actions.terms().stream()
        .map(this::term)
        .collect(Collectors.joining(plain ? ", " : "; "));
  }

  /** One term, spelled. */
  public String term(ActionTerm term) {
    return spelling.action(term.pattern())
        + spelled(" that is also ", term.also(), " and ")
        + spelled(" except ", term.except(), ", ");
  }

  private String spelled(String before, List<Pattern> patterns, String between) {
    return patterns.isEmpty()
        ? ""
        : before + patterns.stream().map(spelling::action).collect(Collectors.joining(between));
  }

  /** The resources, such as {@code on any resource except a, b}. */
  public String resources(Line<?> line) {
    return "on "
        + (line.isForAnyResource()
            ? "any resource"
            : line.resources().stream().map(this::way).collect(Collectors.joining(" or on ")));
  }

  private String way(List<Literal> way) {
    List<String> wanted = new ArrayList<>();
    List<String> except = new ArrayList<>();
    for (Literal test : way) {
      if (test.atom() instanceof Atom.Present) {
        wanted.add(test.positive() ? "any resource" : "no resource");
      } else {
        (test.positive() ? wanted : except).add(values(test));
      }
    }
    return (wanted.isEmpty() ? "any resource" : String.join(" that is also ", wanted))
        + (except.isEmpty() ? "" : " except " + String.join(", ", except));
  }

  private String values(Literal test) {
    ValueWords words =
        test.atom() instanceof Atom.Joined joined
            ? ValueWords.of(joined.templates(), spelling)
            : ValueWords.of(((Atom.In) test.atom()).language());
    return ValueWords.listed(words.values(), test.positive() ? "or" : "and");
  }

  /** The conditions, a phrase each: {@code with MFA}, {@code if aws:PrincipalTag/team is dev}. */
  public List<String> conditions(Line<?> line) {
    return conditions.of(line.conditions());
  }
}
