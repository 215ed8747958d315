package io.rolewright.analyze.cases;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.LastMembers;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the policies of a case and remembers them all. */
final class Documents {

  private final PolicyReader reader;
  private final Limits limits;
  private final boolean lastCounts;
  private final List<Question.Document> all = new ArrayList<>();

  /**
   * @param lastCounts whether of a key written twice only the last value is read (U1 option B)
   */
  Documents(Limits limits, boolean lastCounts) {
    this.reader = new PolicyReader(limits);
    this.limits = limits;
    this.lastCounts = lastCounts;
  }

  /** The policy in a node: an object, or JSON text. */
  PolicyDocument read(Node node, PolicyKind kind) {
    PolicyDocument policy = reader.read(lastCounts ? LastMembers.of(parsed(node)) : node, kind);
    all.add(new Question.Document(kind, policy));
    return policy;
  }

  /** JSON text that cannot be read stays text, so that it is told of as such. */
  private Node parsed(Node node) {
    Optional<ScalarNode> text = node.asScalar().filter(s -> !s.isNull() && !s.text().isBlank());
    return text.flatMap(t -> JsonReader.readEmbedded(t.characters(), limits).root()).orElse(node);
  }

  NamedPolicy named(String name, Node node, PolicyKind kind) {
    return new NamedPolicy(name, read(node, kind));
  }

  /** All policies read so far. */
  List<Question.Document> all() {
    return List.copyOf(all);
  }

  /** Whether some key is written twice in one object. */
  boolean haveDuplicates() {
    return all.stream()
        .flatMap(d -> d.policy().defects().stream())
        .anyMatch(d -> d.kind() == Defect.Kind.DUPLICATE_KEY);
  }
}
