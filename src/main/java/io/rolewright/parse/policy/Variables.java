package io.rolewright.parse.policy;

import io.rolewright.model.Defect;
import io.rolewright.parse.tree.ScalarNode;
import java.util.List;

/** Finds policy variables that are not written as variables are (R1.43). */
final class Variables {

  private static final int COLONS_BEFORE_RESOURCE = 5;

  private Variables() {}

  /** Checks a text from an offset on. */
  static void check(ScalarNode node, int from, List<Defect> defects) {
    if (node.text().indexOf("${") < 0 || node.hasHoles()) {
      return;
    }
    TextReader.malformedVariable(node.text(), from)
        .ifPresent(
            variable ->
                defects.add(
                    new Defect(
                        Defect.Kind.MALFORMED_VARIABLE,
                        node.origin(),
                        "`" + variable + "` is no policy variable",
                        "write `${key}` or `${key, 'default'}`, without other blanks")));
  }

  /** Checks the sixth part of an ARN; the others have no variables (R1.45). */
  static void checkResource(ScalarNode node, List<Defect> defects) {
    int at = -1;
    for (int colons = 0; colons < COLONS_BEFORE_RESOURCE; colons++) {
      at = node.text().indexOf(':', at + 1);
      if (at < 0) {
        return;
      }
    }
    check(node, at + 1, defects);
  }
}
