package io.rolewright.analyze;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code suppress}. An entry with a mistake that makes it say more than was meant, such as an
 * unreadable date, is left out.
 */
final class SuppressionReader {

  private static final Set<String> KEYS =
      Set.of("rule", "rules", "path", "resource", "reason", "expires");

  private final KnownRules known;
  private final List<Problem> problems;

  SuppressionReader(KnownRules known, List<Problem> problems) {
    this.known = known;
    this.problems = problems;
  }

  List<ConfiguredSuppression> read(Section root) {
    List<ConfiguredSuppression> suppressions = new ArrayList<>();
    for (Node item : root.items("suppress")) {
      int before = problems.size();
      Optional<Section> section = Section.of(item, "an entry of `suppress`", KEYS, problems);
      section
          .map(this::entry)
          .filter(entry -> problems.size() == before)
          .ifPresent(suppressions::add);
    }
    return suppressions;
  }

  private ConfiguredSuppression entry(Section section) {
    Optional<PathGlob> path = glob(section, "path");
    Optional<PathGlob> resource = glob(section, "resource");
    if (path.isEmpty() && resource.isEmpty()) {
      section.error(
          "a suppression needs `path` or `resource`; to silence a rule everywhere set it to `off`"
              + " under `rules`",
          section.origin());
    }
    return new ConfiguredSuppression(
        section.origin(), rules(section), path, resource, reason(section), expires(section));
  }

  private Set<String> rules(Section section) {
    Set<String> ids = new LinkedHashSet<>();
    List<ScalarNode> written = new ArrayList<>(section.scalars("rule"));
    written.addAll(section.scalars("rules"));
    for (ScalarNode word : written) {
      known
          .find(word.text())
          .ifPresentOrElse(
              rule -> ids.add(rule.id()),
              () -> section.error(known.unknown(word.text()), word.origin()));
    }
    if (written.isEmpty()) {
      section.error("a suppression needs `rule`: an id, a name, or a list", section.origin());
    }
    return ids;
  }

  private static Optional<PathGlob> glob(Section section, String key) {
    return section
        .scalar(key)
        .map(ScalarNode::text)
        .filter(text -> !text.isBlank())
        .map(PathGlob::new);
  }

  private static String reason(Section section) {
    String reason = section.scalar("reason").map(ScalarNode::text).orElse("").strip();
    if (reason.isEmpty()) {
      section.error("a suppression needs a `reason`", section.origin());
    }
    return reason;
  }

  private static Optional<LocalDate> expires(Section section) {
    Optional<ScalarNode> scalar = section.scalar("expires");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(scalar.get().text()));
    } catch (DateTimeParseException e) {
      section.error(
          "`" + scalar.get().text() + "` is no date; write it as `2027-01-31`",
          scalar.get().origin());
      return Optional.empty();
    }
  }
}
