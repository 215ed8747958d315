package io.rolewright.analyze;

import io.rolewright.analyze.Configuration.Trust;
import io.rolewright.model.AccountNumber;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.rule.Estate.SessionLimits;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import io.rolewright.source.Closest;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the configuration. Never throws: each mistake is an error at its place, and the rest is
 * read.
 *
 * <pre>{@code
 * accounts:         {own: [123456789012], trusted: [210987654321]}
 * organizations:    {own: [o-a1b2c3d4e5], trusted: []}
 * session-duration: {privileged: 1h, default: 14400}
 * rules:
 *   TP001: critical
 *   third-party-without-external-id: {level: medium, options: {name: value}}
 * ignore-paths:     [legacy/, "*.generated.json"]
 * suppress:
 *   - {rule: TP001, path: demo/**, resource: open-*, reason: public demo, expires: 2027-01-31}
 * fail-on:          medium
 * profile:          strict
 * }</pre>
 */
public final class ConfigurationReader {

  private static final Set<String> KEYS =
      Set.of(
          "accounts",
          "organizations",
          "session-duration",
          "rules",
          "ignore-paths",
          "suppress",
          "fail-on",
          "profile");

  private static final Set<String> TRUST_KEYS = Set.of("own", "trusted");

  private final KnownRules known;

  /** A reader that knows these rules; the configuration may speak of no others. */
  public ConfigurationReader(List<RuleMetadata> rules) {
    this.known = new KnownRules(rules);
  }

  /** What was read, and what is wrong with it, those of the syntax included. */
  public record Loaded(Configuration configuration, List<Problem> problems) {}

  /**
   * Reads a configuration file.
   *
   * @param base as in {@link Configuration#base()}
   */
  public Loaded read(Tree tree, PathBase base) {
    List<Problem> problems = new ArrayList<>(tree.problems());
    List<Node> roots =
        tree.roots().stream()
            .filter(root -> root.asScalar().filter(ScalarNode::isNull).isEmpty())
            .toList();
    if (roots.size() > 1) {
      problems.add(
          Problem.error("the configuration must be one YAML document", roots.get(1).origin()));
    }
    Configuration configuration =
        roots.stream()
            .findFirst()
            .flatMap(root -> Section.of(root, "the configuration", KEYS, problems))
            .map(section -> configuration(section, base, problems))
            .orElse(Configuration.EMPTY);
    return new Loaded(configuration, List.copyOf(problems));
  }

  private Configuration configuration(Section root, PathBase base, List<Problem> problems) {
    return new Configuration(
        base,
        accounts(root),
        organizations(root),
        sessionLimits(root),
        new RuleSettingsReader(known, problems).read(root),
        root.scalars("ignore-paths").stream().map(s -> new PathGlob(s.text())).toList(),
        new SuppressionReader(known, problems).read(root),
        failOn(root),
        profile(root));
  }

  private static Trust accounts(Section root) {
    return trust(
        root,
        "accounts",
        AccountNumber::isOne,
        "is no account number; write all twelve digits, leading zeros too");
  }

  private static Trust organizations(Section root) {
    return trust(
        root,
        "organizations",
        ConfigurationReader::isOrganization,
        "is no organization id; such ids are `o-` and 10 to 32 lower-case letters or digits");
  }

  private static Trust trust(Section root, String key, Predicate<String> legal, String wrong) {
    Optional<Section> section = root.section(key, TRUST_KEYS);
    if (section.isEmpty()) {
      return Trust.NONE;
    }
    return new Trust(
        ids(section.get(), "own", legal, wrong),
        ids(section.get(), "trusted", legal, wrong),
        section.get().has("trusted"));
  }

  private static Set<String> ids(
      Section section, String key, Predicate<String> legal, String wrong) {
    Set<String> ids = new LinkedHashSet<>();
    for (ScalarNode scalar : section.scalars(key)) {
      if (legal.test(scalar.text())) {
        ids.add(scalar.text());
      } else {
        section.error("`" + scalar.text() + "` " + wrong, scalar.origin());
      }
    }
    return ids;
  }

  private static boolean isOrganization(String text) {
    return text.startsWith("o-")
        && text.length() >= 12
        && text.length() <= 34
        && text.chars().skip(2).allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  }

  private static SessionLimits sessionLimits(Section root) {
    Optional<Section> section = root.section("session-duration", Set.of("privileged", "default"));
    SessionLimits standard = SessionLimits.DEFAULT;
    return section
        .map(
            s ->
                new SessionLimits(
                    seconds(s, "privileged").orElse(standard.privileged()),
                    seconds(s, "default").orElse(standard.other())))
        .orElse(standard);
  }

  private static OptionalLong seconds(Section section, String key) {
    Optional<ScalarNode> scalar = section.scalar(key);
    if (scalar.isEmpty()) {
      return OptionalLong.empty();
    }
    OptionalLong seconds = Seconds.parse(scalar.get().text());
    if (seconds.isEmpty()) {
      section.error(
          "`"
              + scalar.get().text()
              + "` is no duration; write seconds, or `4h`, `90m`, `1h30m`, or `PT4H`; AWS sessions"
              + " last 900 seconds to 12 hours",
          scalar.get().origin());
    }
    return seconds;
  }

  private static Optional<Severity> failOn(Section root) {
    return root.scalar("fail-on").flatMap(s -> severity(root, s));
  }

  private static Optional<Severity> severity(Section root, ScalarNode scalar) {
    Optional<Severity> severity = Severity.named(scalar.text());
    if (severity.isEmpty()) {
      List<String> names = List.of(Severity.values()).stream().map(Severity::shown).toList();
      root.error(
          "`" + scalar.text() + "` is no severity" + Closest.hint(scalar.text(), names),
          scalar.origin());
    }
    return severity;
  }

  private static Optional<RuleMetadata.Profile> profile(Section root) {
    Optional<ScalarNode> scalar = root.scalar("profile");
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    for (RuleMetadata.Profile profile :
        List.of(RuleMetadata.Profile.RECOMMENDED, RuleMetadata.Profile.STRICT)) {
      if (profile.name().toLowerCase(Locale.ROOT).equals(scalar.get().text())) {
        return Optional.of(profile);
      }
    }
    root.error(
        "`" + scalar.get().text() + "` is no profile; there are `recommended` and `strict`",
        scalar.get().origin());
    return Optional.empty();
  }
}
