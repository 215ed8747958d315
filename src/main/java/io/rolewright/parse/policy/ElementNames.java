package io.rolewright.parse.policy;

import io.rolewright.model.Defect;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.source.Closest;
import java.util.List;
import java.util.Optional;

/** Finds elements that the grammar does not have, and what they were meant to be. */
final class ElementNames {

  private static final int FARTHEST = 2;

  private ElementNames() {}

  /** Whether a member's name is none of {@code legal} and was most likely meant for one of them. */
  static boolean isMisspelt(ObjectNode object, String element, List<String> legal) {
    return object.members().stream()
        .filter(member -> !legal.contains(member.name()))
        .anyMatch(m -> Closest.to(m.name(), legal, FARTHEST).filter(element::equals).isPresent());
  }

  /** Adds a defect for each member whose name is none of {@code legal}. */
  static void check(ObjectNode object, List<String> legal, String where, List<Defect> defects) {
    for (ObjectNode.Member member : object.members()) {
      if (!legal.contains(member.name())) {
        Optional<String> meant = Closest.to(member.name(), legal, FARTHEST);
        defects.add(
            new Defect(
                Defect.Kind.UNKNOWN_ELEMENT,
                member.key().origin(),
                "`"
                    + member.name()
                    + "` is no element of "
                    + where
                    + meant.map(m -> "; did you mean `" + m + "`").orElse(""),
                meant
                    .map(m -> "write `" + m + "`; element names are case-sensitive")
                    .orElse("remove it; the elements are " + String.join(", ", legal))));
      }
    }
  }
}
