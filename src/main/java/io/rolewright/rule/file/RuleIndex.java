package io.rolewright.rule.file;

import io.rolewright.rule.Ascii;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The metadata of all rule files in one small text, made at build time, so that a run need not read
 * the files themselves. One line a rule, fields between tabs, sorted by id; all of it ASCII.
 */
final class RuleIndex {

  /**
   * A line: what the run needs of a rule file.
   *
   * @param logic the name of a checker, or behind {@link #BLOCK} a compiled block
   */
  record Entry(RuleMetadata metadata, String logic) {

    /** The name of the checker, if the rule has one. */
    Optional<String> checker() {
      return logic.startsWith(BLOCK) ? Optional.empty() : Optional.of(logic);
    }

    /** The compiled block, if the rule has one. */
    Optional<String> block() {
      return logic.startsWith(BLOCK)
          ? Optional.of(logic.substring(BLOCK.length()))
          : Optional.empty();
    }
  }

  private static final char TAB = '\t';

  /** No class has such a name. */
  static final String BLOCK = "=";

  private RuleIndex() {}

  /**
   * @param logic of a file its checker or compiled block
   */
  static String write(List<RuleFile> files, Function<RuleFile, String> logic) {
    StringBuilder index = new StringBuilder();
    files.stream()
        .sorted((a, b) -> a.metadata().id().compareTo(b.metadata().id()))
        .forEach(file -> index.append(line(file, logic.apply(file))).append('\n'));
    String all = index.toString();
    if (all.chars().anyMatch(c -> c > '~')) {
      throw new IllegalStateException("the index of rules is not ASCII");
    }
    return all;
  }

  private static String line(RuleFile file, String logic) {
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
        logic,
        Ascii.write(rule.title(), TAB),
        Ascii.write(rule.advice(), TAB),
        String.join(";", options),
        String.join(",", rule.yields()),
        String.join(",", rule.yieldsRole()));
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
            Ascii.read(fields[8]),
            Severity.valueOf(fields[1]),
            RuleMetadata.Precision.valueOf(fields[2]),
            RuleMetadata.Profile.valueOf(fields[3]),
            fields[4],
            List.of(fields[5].split(",")),
            options(fields[10]),
            Ascii.read(fields[9]),
            page,
            list(fields[11]),
            list(fields[12]),
            Optional.empty()),
        fields[7]);
  }

  private static List<String> list(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split(","));
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
