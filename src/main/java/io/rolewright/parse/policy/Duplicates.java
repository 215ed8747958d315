package io.rolewright.parse.policy;

import io.rolewright.model.Defect;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import java.util.List;

/**
 * Finds keys that are written twice in one object. The grammar forbids it, most JSON libraries keep
 * one of the two silently, and what AWS does on upload is not documented (R1.4, U1).
 */
final class Duplicates {

  private Duplicates() {}

  static void find(Node node, List<Defect> defects) {
    node.asArray().ifPresent(array -> array.items().forEach(item -> find(item, defects)));
    node.asObject().ifPresent(object -> inObject(object, defects));
  }

  private static void inObject(ObjectNode object, List<Defect> defects) {
    for (ObjectNode.Member duplicate : object.duplicates()) {
      int firstLine = firstLine(object, duplicate.name());
      defects.add(
          new Defect(
              Defect.Kind.DUPLICATE_KEY,
              duplicate.key().origin(),
              "`"
                  + duplicate.name()
                  + "` is written twice in one object, first on line "
                  + firstLine,
              "join the two; only one of them takes effect"));
    }
    object.members().forEach(member -> find(member.value(), defects));
  }

  private static int firstLine(ObjectNode object, String name) {
    return object.members().stream()
        .filter(m -> m.name().equals(name))
        .findFirst()
        .orElseThrow()
        .key()
        .origin()
        .start()
        .line();
  }
}
