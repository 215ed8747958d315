package io.rolewright.analyze;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.source.Closest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rules there are, found by id or name without regard to case. */
final class KnownRules {

  private final Map<String, RuleMetadata> byName = new HashMap<>();

  KnownRules(List<RuleMetadata> rules) {
    for (RuleMetadata rule : rules) {
      byName.put(rule.id().toLowerCase(Locale.ROOT), rule);
      byName.put(rule.name().toLowerCase(Locale.ROOT), rule);
    }
  }

  Optional<RuleMetadata> find(String idOrName) {
    return Optional.ofNullable(byName.get(idOrName.toLowerCase(Locale.ROOT)));
  }

  /** The message for a word that names no rule. */
  String unknown(String word) {
    List<String> words =
        byName.values().stream()
            .flatMap(r -> List.of(r.id(), r.name()).stream())
            .distinct()
            .toList();
    return "there is no rule `" + word + "`" + Closest.hint(word, words);
  }
}
