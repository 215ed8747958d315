package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metadata of all rule files in one small text, made at build time, so that a run need not read
 * the files themselves. One line a rule, fields between tabs, sorted by id.
 */
final class RuleIndex {

  /** A line: what the run needs of a rule file. */
  record Entry(RuleMetadata metadata, String checker) {}

  private RuleIndex() {}

  static String write(List<RuleFile> files) {
    StringBuilder index = new StringBuilder();
    files.stream()
        .sorted((a, b) -> a.metadata().id().compareTo(b.metadata().id()))
        .forEach(file -> index.append(line(file)).append('\n'));
    return index.toString();
  }

  private static String line(RuleFile file) {
    RuleMetadata rule = file.metadata();
    List<String> options = new ArrayList<>();
    rule.options().forEach((name, value) -> options.add(name + "=" + value));
    options.sort(null);
    return String.join(
        "\t",
        rule.id(),
        rule.severity().name(),
        rule.precision().name(),
        rule.profile().name(),
        rule.since(),
        String.join(",", rule.tags()),
        rule.page(),
        file.checker().orElse(""),
        rule.title(),
        rule.advice(),
        String.join(";", options));
  }

  static List<Entry> read(String index) {
    List<Entry> entries = new ArrayList<>();
    for (String line : index.split("\n")) {
      if (!line.isEmpty()) {
        entries.add(entry(line.split("\t", -1)));
      }
    }
    return entries;
  }

  private static Entry entry(String[] fields) {
    String page = fields[6];
    String name = page.substring(page.lastIndexOf('/') + 1, page.length() - ".md".length());
    return new Entry(
        new RuleMetadata(
            fields[0],
            name,
            fields[8],
            Severity.valueOf(fields[1]),
            RuleMetadata.Precision.valueOf(fields[2]),
            RuleMetadata.Profile.valueOf(fields[3]),
            fields[4],
            List.of(fields[5].split(",")),
            options(fields[10]),
            fields[9],
            page),
        fields[7]);
  }

  private static Map<String, String> options(String field) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : field.split(";")) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return options;
  }
}
