package io.rolewright.simulate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of a Markdown file, of which each row is a case. */
final class MarkdownTables {

  /**
   * One row.
   *
   * @param section the heading above the table
   * @param cells by the name of their column, in order; code marks are taken off
   */
  record Row(String section, int line, Map<String, String> cells) {

    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    @Override
    public String toString() {
      return "line " + line + ": " + String.join(" | ", cells.values());
    }
  }

  private MarkdownTables() {}

  static List<Row> rows(String name) {
    List<Row> rows = new ArrayList<>();
    List<String> header = List.of();
    String section = "";
    int number = 0;
    for (String line : text(name).lines().toList()) {
      number++;
      if (line.startsWith("#")) {
        section = line.replaceFirst("#+ ", "");
      }
      if (!line.startsWith("|")) {
        header = List.of();
      } else if (header.isEmpty()) {
        header = cells(line);
      } else if (!line.startsWith("|--")) {
        rows.add(new Row(section, number, byColumn(header, cells(line), number)));
      }
    }
    return rows;
  }

  private static Map<String, String> byColumn(List<String> header, List<String> cells, int line) {
    if (header.size() != cells.size()) {
      throw new AssertionError("line " + line + " has " + cells.size() + " cells");
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      row.put(header.get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(String line) {
    String inner = line.substring(1, line.lastIndexOf('|'));
    return Stream.of(inner.split("\\|", -1)).map(String::strip).map(MarkdownTables::bare).toList();
  }

  private static String bare(String cell) {
    boolean code = cell.length() > 1 && cell.startsWith("`") && cell.endsWith("`");
    return code ? cell.substring(1, cell.length() - 1) : cell;
  }

  private static String text(String name) {
    try (InputStream in = MarkdownTables.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
