package io.rolewright.analyze;

import io.rolewright.model.Inventory;
import io.rolewright.model.Statement;
import io.rolewright.rule.Finding;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One finding for each cause: a rule says nothing where another, to which it yields, has said
 * something of the same statement or of the same subject. What is medium or graver yields to what
 * is so too.
 */
final class Yielding {

  private static final String GRAVE = "!";

  private final Map<String, NavigableMap<Integer, Origin>> statements = new TreeMap<>();
  private final Set<String> said = new HashSet<>();

  private Yielding() {}

  /** The findings that are left, in the same order. */
  static List<Finding> among(List<Finding> findings, Inventory inventory) {
    if (findings.stream().map(Finding::rule).allMatch(Yielding::never)) {
      return findings;
    }
    Yielding yielding = new Yielding();
    PolicyInPlace.of(inventory).stream()
        .flatMap(policy -> policy.document().statements().stream())
        .map(Statement::origin)
        .forEach(yielding::add);
    findings.forEach(finding -> yielding.places(finding).forEach(yielding.said::add));
    List<Finding> left = new ArrayList<>();
    findings.stream().filter(finding -> !yielding.yields(finding)).forEach(left::add);
    return left;
  }

  private static boolean never(RuleMetadata rule) {
    return rule.yields().isEmpty() && rule.yieldsRole().isEmpty();
  }

  private void add(Origin statement) {
    statements
        .computeIfAbsent(statement.file().name(), f -> new TreeMap<>())
        .put(statement.span().start(), statement);
  }

  private Stream<String> places(Finding finding) {
    String id = finding.rule().id() + weight(finding);
    return Stream.concat(
        statement(finding).map(place -> id + "@" + place).stream(),
        Stream.of(id + "@" + subject(finding)));
  }

  private static String subject(Finding finding) {
    return finding.at().file().name() + " " + finding.subject();
  }

  private boolean yields(Finding finding) {
    RuleMetadata rule = finding.rule();
    Optional<String> statement = statement(finding);
    return rule.yields().stream()
            .anyMatch(id -> statement.filter(s -> isSaid(finding, id, s)).isPresent())
        || rule.yieldsRole().stream().anyMatch(id -> isSaid(finding, id, subject(finding)));
  }

  /** A remark keeps nobody from saying what is grave. */
  private boolean isSaid(Finding finding, String id, String place) {
    return said.contains(id + GRAVE + "@" + place)
        || (weight(finding).isEmpty() && said.contains(id + "@" + place));
  }

  private static String weight(Finding finding) {
    return finding.severity().reaches(Severity.MEDIUM) ? GRAVE : "";
  }

  /** The statement in which something was found. */
  private Optional<String> statement(Finding finding) {
    return Optional.ofNullable(statements.get(finding.at().file().name()))
        .map(all -> all.floorEntry(finding.at().span().start()))
        .map(Map.Entry::getValue)
        .filter(statement -> statement.covers(finding.at()))
        .map(Origin::place);
  }
}
