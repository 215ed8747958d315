package io.rolewright.parse.yaml;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what is wrong with YAML in words for people who write policies, not parsers. */
final class YamlWords {

  private static final Map<String, String> KNOWN = known();

  private YamlWords() {}

  private static Map<String, String> known() {
    Map<String, String> known = new LinkedHashMap<>();
    known.put("found character '\\t", "a tab cannot indent; use blanks");
    known.put("cannot start any token", "this character cannot begin a value; put it in quotes");
    known.put("unexpected end of stream", "a quote is opened here or above and never closed");
    known.put(
        "mapping values are not allowed",
        "a colon is out of place; is the line indented as meant?");
    known.put("could not find expected ':'", "a key without a colon");
    known.put("expected ',' or ']'", "a list in brackets lacks a comma or its closing bracket");
    known.put("expected ',' or '}'", "a mapping in braces lacks a comma or its closing brace");
    known.put("expected <block end>", "the indentation does not fit the lines above");
    known.put("found undefined alias", "an alias without an anchor");
    known.put("expected the node content", "a value is missing");
    known.put(
        "special characters are not allowed", "a control character, which YAML does not allow");
    return known;
  }

  static String of(MarkedYamlEngineException broken) {
    String said = Optional.ofNullable(broken.getProblem()).orElse("");
    String lower = said.toLowerCase(Locale.ROOT);
    return KNOWN.entrySet().stream()
        .filter(known -> lower.contains(known.getKey().toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(said.replace('\n', ' '));
  }
}
