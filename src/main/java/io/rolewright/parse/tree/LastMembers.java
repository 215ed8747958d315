package io.rolewright.parse.tree;

import io.rolewright.parse.tree.ObjectNode.Member;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree as most JSON libraries hand it on: of a key written twice in one object only the last
 * value is left (U1 option B).
 */
public final class LastMembers {

  private LastMembers() {}

  /** The same tree without the members that a later one of the same name replaces. */
  public static Node of(Node node) {
    return node.match(
        LastMembers::ofObject,
        array ->
            new ArrayNode(
                array.origin(), array.tag(), array.items().stream().map(LastMembers::of).toList()),
        scalar -> scalar);
  }

  private static Node ofObject(ObjectNode object) {
    Map<String, Member> last = new LinkedHashMap<>();
    object.members().forEach(member -> last.put(member.name(), member));
    List<Member> members = new ArrayList<>();
    last.values().forEach(m -> members.add(new Member(m.key(), of(m.value()))));
    return new ObjectNode(object.origin(), object.tag(), members);
  }
}
