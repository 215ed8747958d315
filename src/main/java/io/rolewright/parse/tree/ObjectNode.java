package io.rolewright.parse.tree;

import io.rolewright.source.Origin;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An object or mapping. Members keep the written order, and a key written twice is kept twice.
 *
 * @param members in written order
 */
public record ObjectNode(Origin origin, Optional<String> tag, List<Member> members)
    implements Node {

  /** One key with its value. */
  public record Member(ScalarNode key, Node value) {

    /** The key's text. */
    public String name() {
      return key.text();
    }
  }

  public ObjectNode {
    members = List.copyOf(members);
  }

  /** The value of a key; of a key written twice the last, as JSON readers take it. */
  public Optional<Node> get(String name) {
    return member(name).map(Member::value);
  }

  /** The value of a member, unless it is null. */
  public Optional<Node> present(String name) {
    return get(name).filter(n -> n.asScalar().filter(ScalarNode::isNull).isEmpty());
  }

  /** The member of a name; of a key written twice the last. */
  public Optional<Member> member(String name) {
    for (int i = members.size() - 1; i >= 0; i--) {
      if (members.get(i).name().equals(name)) {
        return Optional.of(members.get(i));
      }
    }
    return Optional.empty();
  }

  public boolean has(String name) {
    return member(name).isPresent();
  }

  /** The members whose name an earlier member already had. */
  public List<Member> duplicates() {
    Set<String> seen = new HashSet<>();
    return members.stream().filter(m -> !seen.add(m.name())).toList();
  }

  @Override
  public <R> R match(
      Function<ObjectNode, R> object,
      Function<ArrayNode, R> array,
      Function<ScalarNode, R> scalar) {
    return object.apply(this);
  }
}
