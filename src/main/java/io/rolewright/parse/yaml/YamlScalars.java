package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.ScalarNode.Kind;
import io.rolewright.source.SourceFile;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** Makes the scalars of one file. */
final class YamlScalars {

  private final SourceFile file;

  YamlScalars(SourceFile file) {
    this.file = file;
  }

  /** The scalar that begins at {@code place} and ends, line breaks of a block included, at end. */
  ScalarNode node(
      YamlProperties place, Optional<String> tag, ScalarStyle style, String text, int end) {
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    int content = place.content();
    int last = block ? withoutBlankTail(content, end) : end;
    Kind kind = style == ScalarStyle.PLAIN ? kind(tag, text) : Kind.STRING;
    return ScalarNode.read(
        file.at(place.start(), last),
        YamlTags.kept(tag),
        kind,
        text,
        () -> characters(content, end, block, text));
  }

  private int withoutBlankTail(int start, int end) {
    int last = end;
    while (last > start + 1 && file.text().charAt(last - 1) <= ' ') {
      last--;
    }
    return last;
  }

  private Characters characters(int start, int end, boolean block, String text) {
    String source = file.text();
    int quote = !block && end - start == text.length() + 2 ? 1 : 0;
    if (!block && source.startsWith(text, start + quote) && start + quote + text.length() <= end) {
      if (end - start - text.length() == 2 * quote) {
        return Characters.verbatim(file, start + quote, text);
      }
    }
    Spelling spelling =
        block ? BlockSpelling.of(source, start, end, text) : FlowSpelling.of(source, start, end);
    return spelling.gives(text)
        ? spelling.of(file, text.length())
        : Characters.given(file.at(start, end), text);
  }

  /** The core schema's reading of an unquoted scalar (YAML 1.2.2, section 10.3). */
  private static Kind kind(Optional<String> tag, String text) {
    if (tag.isPresent()) {
      return YamlTags.kind(tag.get());
    }
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Kind.NULL;
      case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.BOOLEAN;
      default -> isNumber(text) ? Kind.NUMBER : Kind.STRING;
    };
  }

  private static boolean isNumber(String text) {
    char first = text.charAt(0);
    boolean signed = first == '-' || first == '+';
    if (!signed && first != '.' && (first < '0' || first > '9')) {
      return false;
    }
    return YamlNumbers.isNumber(signed ? text.substring(1) : text);
  }
}
