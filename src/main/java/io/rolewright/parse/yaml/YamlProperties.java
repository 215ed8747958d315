package io.rolewright.parse.yaml;

import java.util.Optional;

/**
 * Where a node's tag and content begin: the parser's mark stands before both, and before the
 * anchor.
 *
 * @param start of the tag, or of the content where there is none
 * @param content of the content; the node's end where it is empty
 */
record YamlProperties(int start, int content) {

  /** A node without tag and anchor. */
  static YamlProperties none(int start) {
    return new YamlProperties(start, start);
  }

  /** Skips the tag and the anchor, which may come in any order and on lines of their own. */
  static YamlProperties skip(String text, int from, int end) {
    Optional<Integer> tag = Optional.empty();
    int at = from;
    while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      if (text.charAt(at) == '!') {
        tag = Optional.of(at);
      }
      at = endOfProperty(text, at, end);
      at = skipBlanks(text, at, end);
    }
    return new YamlProperties(tag.orElse(at), at);
  }

  private static int endOfProperty(String text, int from, int end) {
    boolean anchor = text.charAt(from) == '&';
    int at = from;
    while (at < end
        && text.charAt(at) > ' '
        && !(anchor && "[]{},".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && (text.charAt(at) <= ' ' || text.charAt(at) == '#')) {
      boolean comment = text.charAt(at) == '#';
      at++;
      while (comment && at < end && !FlowSpelling.isBreak(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }
}
