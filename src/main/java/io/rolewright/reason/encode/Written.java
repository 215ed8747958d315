package io.rolewright.reason.encode;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import java.util.Locale;

/** Names for texts of policies: equal exactly if the texts say the same. */
record Written(String owner) {

  /** As in a policy of version 2012-10-17, escapes included (R1.44). */
  String of(Text text) {
    StringBuilder written = new StringBuilder();
    for (TextPart part : text.parts()) {
      written.append(
          part.match(
              new TextPart.Cases<>(
                  literal -> escaped(literal.value()),
                  TextPart::shown,
                  TextPart::shown,
                  this::variable,
                  unknown -> "${<" + escaped(unknown.name()) + ">}",
                  own -> owner)));
    }
    return written.toString();
  }

  private String variable(TextPart.Variable variable) {
    String otherwise = variable.defaultValue().map(d -> ", '" + escaped(d) + "'").orElse("");
    return "${" + variable.key().toLowerCase(Locale.ROOT) + otherwise + "}";
  }

  /** A template; of two that are named alike each fits what the other fits. */
  static String of(Template template) {
    StringBuilder written = new StringBuilder(template.ignoringCase() ? "(in any case) " : "");
    for (Piece piece : template.pieces()) {
      if (piece instanceof Piece.Letters letters) {
        written.append(escaped(letters.text()));
      } else if (piece instanceof Piece.Hole hole) {
        String otherwise = hole.otherwise().map(d -> ", '" + escaped(d) + "'").orElse("");
        written.append("${").append(hole.field()).append(otherwise).append('}');
      } else {
        written.append(wildcard((Piece.Wildcard) piece));
      }
    }
    return written.toString();
  }

  private static String wildcard(Piece.Wildcard wildcard) {
    return switch (wildcard) {
      case RUN -> "*";
      case ONE -> "?";
      case RUN_WITHOUT_COLON -> "${*:}";
      case ONE_WITHOUT_COLON -> "${?:}";
    };
  }

  private static String escaped(String letters) {
    return letters.replace("$", "${$}").replace("*", "${*}").replace("?", "${?}");
  }
}
