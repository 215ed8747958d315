package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes {@code rules/README.md}, the table of all rules, from their front matter. */
public final class RulesReadme {

  /** What to type at the repository's root to renew the table. */
  static final String COMMAND =
      "./mvnw -q -f src/pom.xml test-compile exec:java -Dexec.classpathScope=test \\\n"
          + "  -Dexec.mainClass=io.rolewright.rule.file.RulesReadme";

  /** The groups in the order of the table, with their headings. */
  private static final Map<String, String> GROUPS = groups();

  private RulesReadme() {}

  /** Writes the file; to be run at the repository's root. */
  public static void main(String[] args) throws IOException {
    Path rules = Path.of("rules");
    Files.writeString(rules.resolve("README.md"), of(RuleIndexWriter.read(rules)));
  }

  /** The text for these rules. */
  static String of(List<RuleFile> files) {
    StringBuilder text = new StringBuilder();
    text.append("# Rules\n\n");
    text.append("<!-- Made from the rule files; do not edit. Renew with:\n");
    text.append(COMMAND).append(" -->\n\n");
    text.append(files.size()).append(" rules. Each is one file: what it finds, why it matters, ");
    text.append("how to fix it, and examples that are its tests.\n");
    text.append("Profiles: `recommended` rules run unless switched off, `strict` ones only with ");
    text.append("`--profile strict`,\n`configured` ones need more than the policy itself: what a ");
    text.append("role may do, or something in `rolewright.yaml`.\n");
    for (Map.Entry<String, List<RuleMetadata>> group : byGroup(files).entrySet()) {
      text.append("\n## ").append(GROUPS.getOrDefault(group.getKey(), group.getKey()));
      text.append(
          "\n\n| id | name | severity | profile | what it finds |\n|---|---|---|---|---|\n");
      group.getValue().forEach(rule -> row(rule, text));
    }
    return text.toString();
  }

  private static void row(RuleMetadata rule, StringBuilder text) {
    List<String> cells =
        List.of(
            rule.id(),
            "[" + rule.name() + "](" + rule.page() + ")",
            rule.severity().shown(),
            rule.profile().name().toLowerCase(Locale.ROOT),
            rule.title().replace("|", "\\|"));
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static Map<String, List<RuleMetadata>> byGroup(List<RuleFile> files) {
    Map<String, List<RuleMetadata>> groups = new LinkedHashMap<>();
    GROUPS.keySet().forEach(group -> groups.put(group, new ArrayList<>()));
    for (RuleFile file : files) {
      String page = file.metadata().page();
      groups
          .computeIfAbsent(page.substring(0, page.indexOf('/')), g -> new ArrayList<>())
          .add(file.metadata());
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private static Map<String, String> groups() {
    Map<String, String> groups = new LinkedHashMap<>();
    groups.put("trust", "Who is trusted");
    groups.put("condition", "Conditions that do not hold what they promise");
    groups.put("external-id", "Third parties");
    groups.put("mfa", "Multi-factor authentication");
    groups.put("federation", "Federation");
    groups.put("service", "AWS services");
    groups.put("session", "Sessions");
    groups.put("permission", "Permissions");
    groups.put("grammar", "Grammar");
    return groups;
  }
}
