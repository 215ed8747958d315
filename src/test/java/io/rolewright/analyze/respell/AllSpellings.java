package io.rolewright.analyze.respell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolewright.rule.Finding;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The spellings, and the rules that are about spelling. What does not hang together is written
 * otherwise at once, since every spelling of every example has its price.
 */
final class AllSpellings {

  /** Rules whose examples are not divided and joined. */
  private static final Map<String, String> NOT_DIVIDED =
      Map.of(
          "TP010",
              "it is about principals of several kinds in one statement; alone, other rules judge them",
          "OI010",
              "it is about several identity providers in one statement; alone, other rules judge them",
          "GR003", "it counts characters, and its examples are as long as may be");

  private static final Map<String, String> STATEMENTS =
      Map.of(
          "GR004", "it is about statements that could be left out: a part may be one",
          "CN007",
              "it asks whether a whole statement is dead: a part may be, where the whole is not",
          "SS009",
              "it asks whether a whole statement is idle: a part may be, where the whole is not");

  private static final Map<String, String> SIZE =
      Map.of("GR003", "the size of a policy is counted in characters");

  private static final Map<String, String> HOLDER =
      Map.of(
          "SS006", "it is milder of an ordinary role, and a template shows all that a role may do");

  private AllSpellings() {}

  static List<Spelling> all() {
    return List.of(
        written("as JSON", Written::json, p -> p),
        written("as YAML, with lists", Written::blockYaml, Spellings::lists),
        written(
            "as YAML in flow style, no lists of one, members reversed",
            Written::flowYaml,
            p -> Spellings.membersReversed(Spellings.single(p))),
        written(
            "lists and conditions reversed, names in capitals",
            Written::json,
            p -> Spellings.capitals(Spellings.conditionsReversed(Spellings.listsReversed(p)))),
        written(
            "statements reversed, names in small letters",
            Written::json,
            p -> Spellings.small(Spellings.statementsReversed(p))),
        divided("a statement for each action", p -> Splits.byMember(p, "Action")),
        divided("a statement for each resource", p -> Splits.byMember(p, "Resource")),
        divided("a statement for each principal", Splits::byPrincipal),
        divided("statements joined that differ in actions", Splits::mergedByAction),
        divided("statements joined that differ in principals", Splits::mergedByPrincipal),
        new Spelling("with a dead statement", AllSpellings::dead, Aspect.EACH, SIZE),
        moved("in a template", s -> s.trust().map(Written::template)),
        moved("as text in a template", s -> s.trust().map(Written::templateWithText)),
        moved("in a template's managed policy", s -> s.identity().map(Written::managed)),
        moved("in an answer of get-role", AllSpellings::role));
  }

  /** Nothing that the example is already. */
  private static Spelling written(
      String name,
      BiFunction<String, JsonNode, SourceFile> write,
      UnaryOperator<ObjectNode> change) {
    Function<Subject, List<Finding>> said =
        s -> s.said((stem, tree) -> write.apply(stem, Policies.changed(tree, change)));
    return new Spelling(
        name,
        s -> Optional.of(s).filter(o -> !o.isJson() || o.changes(change)).map(said),
        Aspect.EACH,
        Map.of());
  }

  private static Spelling divided(String name, UnaryOperator<ObjectNode> change) {
    Function<Subject, List<Finding>> said =
        s -> s.said((stem, tree) -> Written.json(stem, Policies.changed(tree, change)));
    return new Spelling(
        name,
        s ->
            Optional.of(s)
                .filter(o -> o.changes(change) && NOT_DIVIDED.keySet().stream().noneMatch(o::says))
                .map(said),
        Aspect.WORST,
        STATEMENTS);
  }

  private static Spelling moved(String name, Function<Subject, Optional<JsonNode>> move) {
    return new Spelling(
        name,
        s -> move.apply(s).map(tree -> s.said((stem, policy) -> Written.json(stem, tree))),
        Aspect.RULES,
        HOLDER);
  }

  /** Only where the account is told: such an answer tells it. */
  private static Optional<JsonNode> role(Subject subject) {
    return subject
        .account()
        .flatMap(account -> subject.trust().map(trust -> Written.role(account, trust)));
  }

  /**
   * What is said of the dead statement itself does not count. What a policy is for that breaks the
   * grammar is told by all its statements, so that there nothing can be added.
   */
  private static Optional<List<Finding>> dead(Subject subject) {
    if (subject.says("GR001")) {
      return Optional.empty();
    }
    List<Finding> said =
        subject.said((stem, tree) -> Written.json(stem, Policies.changed(tree, Dead::join)));
    return Optional.of(said.stream().filter(finding -> !Dead.holds(finding.at())).toList());
  }
}
