package io.rolewright.report;

import com.contrastsecurity.sarif.MultiformatMessageString;
import com.contrastsecurity.sarif.PropertyBag;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The rules of a run as SARIF describes them, in the order of the run. */
final class SarifRules {

  private static final String FIRST_SECTION = "## What it finds\n";

  private final Set<ReportingDescriptor> descriptors = new LinkedHashSet<>();
  private final Map<String, Integer> indexById = new HashMap<>();
  private final Function<RuleMetadata, String> pages;

  SarifRules(List<RuleMetadata> rules, Function<RuleMetadata, String> pages) {
    this.pages = pages;
    for (RuleMetadata rule : rules) {
      indexById.put(rule.id(), indexById.size());
      descriptors.add(descriptor(rule));
    }
  }

  Set<ReportingDescriptor> descriptors() {
    return descriptors;
  }

  /** The index of a rule among {@link #descriptors}, if it is one of them. */
  Optional<Integer> indexOf(RuleMetadata rule) {
    return Optional.ofNullable(indexById.get(rule.id()));
  }

  private ReportingDescriptor descriptor(RuleMetadata rule) {
    String page = pages.apply(rule);
    String lead = lead(page).orElse(rule.title());
    String advice = rule.advice().isEmpty() ? rule.title() : rule.advice();
    ReportingDescriptor descriptor =
        new ReportingDescriptor()
            .withId(rule.id())
            .withName(pascalCase(rule.name()))
            .withShortDescription(new MultiformatMessageString().withText(sentence(rule.title())))
            .withFullDescription(new MultiformatMessageString().withText(sentence(lead)))
            .withHelp(new MultiformatMessageString().withText(sentence(advice)).withMarkdown(page))
            .withDefaultConfiguration(
                new ReportingConfiguration().withLevel(level(rule.severity())))
            .withProperties(properties(rule));
    // why: only the shipped pages are on the web
    return rule.isPrivate()
        ? descriptor
        : descriptor.withHelpUri(URI.create(SarifReport.HOME + "/blob/main/" + rule.place()));
  }

  /** The first paragraph of <em>What it finds</em> in one line. */
  private static Optional<String> lead(String page) {
    int section = page.indexOf(FIRST_SECTION);
    if (section < 0) {
      return Optional.empty();
    }
    String rest = page.substring(section + FIRST_SECTION.length()).strip();
    int end = rest.indexOf("\n\n");
    String paragraph = end < 0 ? rest : rest.substring(0, end);
    boolean found = !paragraph.isEmpty() && !paragraph.startsWith("#");
    return found ? Optional.of(paragraph.replace('\n', ' ')) : Optional.empty();
  }

  /** What GitHub reads: the score decides the shown severity, the tag that it is an alert. */
  private static PropertyBag properties(RuleMetadata rule) {
    Set<String> tags = new TreeSet<>(rule.tags());
    tags.add(rule.severity() == Severity.ERROR ? "correctness" : "security");
    PropertyBag properties =
        new PropertyBag()
            .withTags(new LinkedHashSet<>(tags))
            .withAdditionalProperty("precision", kebabCase(rule.precision().name()));
    score(rule.severity())
        .ifPresent(s -> properties.withAdditionalProperty("security-severity", s));
    return properties;
  }

  private static Optional<String> score(Severity severity) {
    return switch (severity) {
      case ERROR -> Optional.empty();
      case CRITICAL -> Optional.of("9.5");
      case HIGH -> Optional.of("8.0");
      case MEDIUM -> Optional.of("5.5");
      case LOW -> Optional.of("3.0");
      case INFO -> Optional.of("1.0");
    };
  }

  /** SARIF has three grades for the six of ours. */
  static Result.Level resultLevel(Severity severity) {
    return switch (severity) {
      case ERROR, CRITICAL, HIGH -> Result.Level.ERROR;
      case MEDIUM -> Result.Level.WARNING;
      case LOW, INFO -> Result.Level.NOTE;
    };
  }

  private static ReportingConfiguration.Level level(Severity severity) {
    return ReportingConfiguration.Level.valueOf(resultLevel(severity).name());
  }

  /** SARIF wants names as identifiers: {@code PublicTrust}. */
  private static String pascalCase(String kebab) {
    StringBuilder out = new StringBuilder();
    for (String word : kebab.split("-")) {
      out.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return out.toString();
  }

  private static String kebabCase(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
