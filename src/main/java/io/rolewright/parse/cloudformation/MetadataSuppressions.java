package io.rolewright.parse.cloudformation;

import io.rolewright.model.Suppression;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Suppressions in the {@code Metadata} of a resource, or of the template:
 *
 * <pre>{@code
 * Metadata:
 *   rolewright:
 *     ignore:
 *       - rules: [TP001]
 *         reason: sandbox
 *         expires: 2027-01-31
 * }</pre>
 *
 * <p>{@code ignore: TP001} and {@code ignore: [TP001, TP002]} are short for entries without a
 * reason. An entry that cannot be understood suppresses nothing and is a problem.
 */
final class MetadataSuppressions {

  private final ProblemLog problems;
  private final List<Suppression> found = new ArrayList<>();

  MetadataSuppressions(ProblemLog problems) {
    this.problems = problems;
  }

  List<Suppression> all() {
    return List.copyOf(found);
  }

  /** Reads the metadata of a resource or template; what it suppresses lies in {@code scope}. */
  void read(ObjectNode owner, Origin scope) {
    Optional<Node> own =
        owner.get("Metadata").flatMap(Node::asObject).flatMap(m -> m.get("rolewright"));
    if (own.isEmpty()) {
      return;
    }
    Optional<ObjectNode> settings = own.get().asObject();
    if (settings.isEmpty()) {
      problems.warn("`rolewright` must be an object with `ignore`", own.get().origin());
      return;
    }
    for (Member member : settings.get().members()) {
      if (member.name().equals("ignore")) {
        items(member.value()).forEach(entry -> entry(entry, scope));
      } else {
        unknownKey(member, "`ignore`");
      }
    }
  }

  private void entry(Node entry, Origin scope) {
    Optional<ObjectNode> object = entry.asObject();
    if (object.isEmpty()) {
      rules(entry)
          .ifPresent(
              r -> found.add(new Suppression(entry.origin(), scope, r, "", Optional.empty())));
      return;
    }
    Set<String> keys = Set.of("rules", "reason", "expires");
    object.get().members().stream()
        .filter(m -> !keys.contains(m.name()))
        .forEach(m -> unknownKey(m, "`rules`, `reason` and `expires`"));
    Optional<Set<String>> rules = rules(object.get().get("rules").orElse(entry));
    String reason = scalar(object.get(), "reason").map(ScalarNode::text).orElse("");
    Optional<ScalarNode> expires = scalar(object.get(), "expires");
    Optional<LocalDate> day = expires.flatMap(this::day);
    // why: an end that cannot be read must not become no end
    if (rules.isPresent() && object.get().has("expires") == day.isPresent()) {
      found.add(new Suppression(entry.origin(), scope, rules.get(), reason, day));
    }
  }

  private Optional<Set<String>> rules(Node node) {
    Set<String> rules = new LinkedHashSet<>();
    for (Node item : node.asObject().isPresent() ? List.<Node>of() : items(node)) {
      item.asScalar().map(s -> s.text().strip()).filter(t -> !t.isEmpty()).ifPresent(rules::add);
    }
    if (rules.isEmpty()) {
      problems.warn("this suppression names no `rules`", node.origin());
      return Optional.empty();
    }
    return Optional.of(rules);
  }

  private Optional<LocalDate> day(ScalarNode scalar) {
    try {
      return Optional.of(LocalDate.parse(scalar.text().strip()));
    } catch (DateTimeParseException e) {
      problems.warn(
          "`" + scalar.text() + "` is no date such as `2027-01-31`, so that nothing is suppressed",
          scalar.origin());
      return Optional.empty();
    }
  }

  private void unknownKey(Member member, String known) {
    problems.warn(
        "`" + member.name() + "` is unknown here; known are " + known, member.key().origin());
  }

  private static Optional<ScalarNode> scalar(ObjectNode object, String name) {
    return object.get(name).flatMap(Node::asScalar);
  }

  private static List<Node> items(Node node) {
    return node.match(List::<Node>of, ArrayNode::items, List::<Node>of);
  }
}
