package io.rolewright.analyze.compare;

import io.rolewright.catalog.Catalog;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Text;
import io.rolewright.reason.access.Access;
import io.rolewright.reason.access.AccessLines;
import io.rolewright.reason.access.AccessWords;
import io.rolewright.reason.access.ActionSet;
import io.rolewright.reason.access.ActionTerm;
import io.rolewright.reason.access.Line;
import io.rolewright.reason.access.Spelling;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.estate.CallerWords;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Properties;
import io.rolewright.reason.property.SecondLook;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one version allows and the other does not, as a short list: each line says some of it and
 * has a request that shows it. Asked only where it is known that there is something.
 */
final class DifferenceLines {

  /** So many lines are shown; of the others only their number. */
  static final int MOST = 10;

  /** Of a line; more are counted. */
  private static final int MOST_ACTIONS = 12;

  private static final String IF = "if ";

  private final Judged less;
  private final Judged more;
  private final boolean aboutCallers;
  private final Means means;
  private final Map<String, Optional<Witness>> lines = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private int unlisted;
  private boolean complete = true;

  /**
   * @param aboutCallers whether the lines are to say who, not what
   */
  DifferenceLines(Judged less, Judged more, boolean aboutCallers, Means means) {
    this.means = means;
    this.less = less;
    this.more = more;
    this.aboutCallers = aboutCallers;
  }

  /** Lists what the requests show. */
  void add(Requests requests) {
    List<PolicyDocument> documents = new ArrayList<>(less.documents());
    documents.addAll(more.documents());
    Encoding encoding = Encoding.of(requests, documents);
    Domains domains = encoding.domains();
    Formulas formulas = encoding.formulas();
    Formula most = more.allows().apply(encoding);
    Formula least = less.allows().apply(encoding);
    Access<String> access = new AccessLines(formulas, domains, means).minus(most, least, List.of());
    new SecondLook(formulas, domains, means).at(access, formulas.and(most, formulas.not(least)));
    Spelling spelling = Spelling.of(Catalog.shipped()).as(actions(documents));
    AccessWords words = AccessWords.of(spelling, domains);
    complete &= access.isComplete();
    for (Line<String> line : access.lines()) {
      add(requests, line, words);
    }
  }

  private static List<String> actions(List<PolicyDocument> documents) {
    return documents.stream()
        .flatMap(document -> document.statements().stream())
        .flatMap(statement -> statement.action().patterns().stream())
        .map(Text::shown)
        .toList();
  }

  private void add(Requests requests, Line<String> line, AccessWords words) {
    Line<String> told =
        new Line<>(
            line.actions(),
            line.resources(),
            line.conditions().stream().filter(DifferenceLines::isTold).toList(),
            List.of());
    String said = aboutCallers ? who(requests, told, words) : words.line(told);
    if (!seen.add(provider(said))) {
      return;
    }
    if (lines.size() >= MOST) {
      unlisted++;
      return;
    }
    Requests inLine = requests.where(new LineOfRequests(line));
    Outcome outcome = new Properties(List.of(inLine), means).newAccess(less, more);
    String shorter = said.replace(words.actions(line.actions()), fewer(line.actions(), words));
    String shown = lines.containsKey(shorter) ? said : shorter;
    witness(outcome).ifPresentOrElse(w -> lines.put(shown, Optional.of(w)), () -> complete = false);
  }

  /** The first actions of many, and how many more there are. */
  private static String fewer(ActionSet actions, AccessWords words) {
    List<ActionTerm> all = actions.terms();
    return all.size() <= MOST_ACTIONS
        ? words.actions(actions)
        : words.actions(ActionSet.of(all.subList(0, MOST_ACTIONS)))
            + " and %d more actions".formatted(all.size() - MOST_ACTIONS);
  }

  /** An identity provider has an ARN and an issuer, and callers of either are the same people. */
  private static String provider(String said) {
    return said.replaceAll("arn:[a-z-]+:iam::[0-9]{12}:oidc-provider/", "");
  }

  /** What is unknown is told with the example. */
  private static boolean isTold(Literal test) {
    return !(test.atom() instanceof Atom.Symbol);
  }

  private static Optional<Witness> witness(Outcome outcome) {
    return outcome.match(
        new Outcome.Cases<>(
            possible -> Optional.of(possible.witness()),
            impossible -> Optional.empty(),
            undecided -> Optional.empty()));
  }

  private static String who(Requests requests, Line<String> line, AccessWords words) {
    Caller.Kind kind = requests.callers().kind();
    List<Literal> conditions = new ArrayList<>(line.conditions());
    conditions.removeIf(CallerWords::isOfCaller);
    Line<String> rest = new Line<>(line.actions(), line.resources(), conditions, List.of());
    List<String> plain = new ArrayList<>();
    List<String> clauses = new ArrayList<>();
    for (String phrase : words.conditions(rest)) {
      boolean clause = phrase.startsWith(IF);
      (clause ? clauses : plain).add(clause ? phrase.substring(IF.length()) : phrase);
    }
    String callers = CallerWords.of(kind, line.conditions()).replace("`", "");
    return (callers + " by " + words.actions(line.actions()))
        + (plain.isEmpty() ? "" : " " + String.join(" and ", plain))
        + (clauses.isEmpty() ? "" : " " + IF + String.join(" and ", clauses));
  }

  /** The lines in words, each with its witness. */
  Map<String, Optional<Witness>> lines() {
    return lines;
  }

  /** How many lines there are beside the listed ones. */
  int unlisted() {
    return unlisted;
  }

  /** Whether it is proved that the lines are all there is. */
  boolean isComplete() {
    return complete;
  }
}
