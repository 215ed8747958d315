package io.rolewright.simulate.sts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rows of a table in a Markdown file beside this class, each from column to text. */
final class MarkdownTable {

  private MarkdownTable() {}

  /** A test for each row of a file beside this class. */
  static Stream<DynamicTest> tests(String file, Consumer<Map<String, String>> test) {
    return rows(file).stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.values().stream().limit(4).collect(Collectors.joining(" | ")),
                    () -> test.accept(row)));
  }

  static List<Map<String, String>> rows(String file) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : text(file).split("\n")) {
      if (line.startsWith("|") && !line.startsWith("|---")) {
        lines.add(cells(line));
      }
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : lines.subList(1, lines.size())) {
      rows.add(row(file, lines.get(0), cells));
    }
    return rows;
  }

  private static Map<String, String> row(String file, List<String> heads, List<String> cells) {
    if (heads.size() != cells.size()) {
      throw new IllegalStateException(file + " has a row of another width: " + cells);
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < heads.size(); i++) {
      row.put(heads.get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
        .map(String::strip)
        .toList();
  }

  private static String text(String file) {
    try (InputStream in = MarkdownTable.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
