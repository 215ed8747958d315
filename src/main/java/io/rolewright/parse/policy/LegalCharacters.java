package io.rolewright.parse.policy;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import java.util.Optional;

/**
 * Finds characters that IAM and STS do not take in policies: they take tab, line feed, carriage
 * return and U+0020 to U+00FF (R1.3). Organisations and other services take more.
 */
final class LegalCharacters {

  private LegalCharacters() {}

  /** The first illegal character of the text of a policy. */
  static Optional<Defect> in(Characters characters, PolicyKind kind) {
    String text = characters.text();
    for (int i = 0; isRestricted(kind) && i < text.length(); i++) {
      if (!isLegal(text.charAt(i)) && characters.holeAt(i).isEmpty()) {
        int end = i + Character.charCount(text.codePointAt(i));
        return Optional.of(
            new Defect(
                Defect.Kind.ILLEGAL_CHARACTER,
                characters.originOf(i, end),
                String.format("IAM takes no U+%04X in a policy", text.codePointAt(i)),
                "use characters up to U+00FF only"));
      }
    }
    return Optional.empty();
  }

  /** The first string with an illegal character. */
  static Optional<Defect> inTree(Node node, PolicyKind kind) {
    return isRestricted(kind) ? find(node, kind) : Optional.empty();
  }

  private static Optional<Defect> find(Node node, PolicyKind kind) {
    return node.match(
        object -> inObject(object, kind),
        array -> array.items().stream().flatMap(n -> find(n, kind).stream()).findFirst(),
        scalar -> inScalar(scalar, kind));
  }

  private static Optional<Defect> inObject(ObjectNode object, PolicyKind kind) {
    for (ObjectNode.Member member : object.members()) {
      Optional<Defect> found = inScalar(member.key(), kind).or(() -> find(member.value(), kind));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Defect> inScalar(ScalarNode scalar, PolicyKind kind) {
    return scalar.text().chars().allMatch(c -> isLegal((char) c))
        ? Optional.empty()
        : in(scalar.characters(), kind);
  }

  private static boolean isRestricted(PolicyKind kind) {
    return switch (kind) {
      case TRUST, IDENTITY, SESSION, BOUNDARY -> true;
      case RESOURCE, ENDPOINT, SCP, RCP -> false;
    };
  }

  private static boolean isLegal(char c) {
    return (c >= ' ' && c <= '\u00FF') || c == '\t' || c == '\n' || c == '\r';
  }
}
