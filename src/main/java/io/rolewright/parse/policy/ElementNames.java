package io.rolewright.parse.policy;

import io.rolewright.model.Defect;
import io.rolewright.parse.tree.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds elements that the grammar does not have, and what they were meant to be. */
final class ElementNames {

  private ElementNames() {}

  /** Adds a defect for each member whose name is none of {@code legal}. */
  static void check(ObjectNode object, List<String> legal, String where, List<Defect> defects) {
    for (ObjectNode.Member member : object.members()) {
      if (!legal.contains(member.name())) {
        Optional<String> meant = closest(member.name(), legal);
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

  private static Optional<String> closest(String name, List<String> legal) {
    String lower = name.toLowerCase(Locale.ROOT);
    LevenshteinDistance distance = new LevenshteinDistance(2);
    return legal.stream()
        .filter(l -> distance.apply(lower, l.toLowerCase(Locale.ROOT)) >= 0)
        .min(
            (a, b) ->
                Integer.compare(
                    distance.apply(lower, a.toLowerCase(Locale.ROOT)),
                    distance.apply(lower, b.toLowerCase(Locale.ROOT))));
  }
}
