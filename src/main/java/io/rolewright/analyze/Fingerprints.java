package io.rolewright.analyze;

import io.rolewright.rule.Finding;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names findings so that the same finding has the same name in the next run: by rule, file, subject
 * and the written element, never by line. Several findings that agree in all of these are told
 * apart by their order.
 */
final class Fingerprints {

  private static final int LONGEST_ELEMENT = 200;

  private final Map<String, Integer> seen = new HashMap<>();

  /** The name of a finding; findings must come in the order of the report. */
  String of(Finding finding) {
    String element = finding.at().written();
    String key =
        String.join(
            "\n",
            finding.rule().id(),
            finding.at().file().name(),
            finding.subject(),
            element.substring(0, Math.min(element.length(), LONGEST_ELEMENT)).strip());
    int ordinal = seen.merge(key, 1, Integer::sum);
    String whole = key + "\n" + ordinal;
    return String.format(
        Locale.ROOT,
        "%016x%016x",
        hash(whole, 0xcbf29ce484222325L),
        hash(whole, 0x84222325cbf29ce4L));
  }

  /** FNV-1a: stable on every machine, and cheaper to load than a message digest. */
  private static long hash(String text, long seed) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
