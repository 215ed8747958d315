package io.rolewright.parse.yaml;

import io.rolewright.parse.tree.ScalarNode.Kind;
import java.util.Optional;

/** Tells the tags of the core schema, which say only what a value is, from all others. */
final class YamlTags {

  private static final String CORE = "tag:yaml.org,2002:";

  private YamlTags() {}

  /** The tag as written, such as {@code !Sub}; none for those of the core schema. */
  static Optional<String> kept(Optional<String> tag) {
    return tag.filter(t -> !isCore(t)).map(YamlTags::written);
  }

  /** What a tag makes of a plain scalar; an unknown one leaves it a string. */
  static Kind kind(String tag) {
    return switch (tag) {
      case CORE + "int", CORE + "float" -> Kind.NUMBER;
      case CORE + "bool" -> Kind.BOOLEAN;
      case CORE + "null" -> Kind.NULL;
      default -> Kind.STRING;
    };
  }

  private static boolean isCore(String tag) {
    return switch (tag) {
      case "!",
          CORE + "str",
          CORE + "int",
          CORE + "float",
          CORE + "bool",
          CORE + "null",
          CORE + "map",
          CORE + "seq" ->
          true;
      default -> false;
    };
  }

  private static String written(String tag) {
    return tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
  }
}
