package io.rolewright.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A hand-written table of facts: lines of fields parted by tabs. The comments at its head hold
 * {@code # asOf DATE}, what the fields mean, and {@code # columns …}; the last column says where
 * the row was read.
 *
 * @param asOf the day on which the facts were last gone over
 * @param rows each with one field per column
 */
record Table(LocalDate asOf, List<String> columns, List<List<String>> rows) {

  private static final String AS_OF = "# asOf ";
  private static final String COLUMNS = "# columns ";

  /** Reads a table that ships beside this class; a fault in it is a bug of the tool. */
  static Table shipped(String name) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Table parse(String name, String text) {
    LocalDate asOf = null;
    List<String> columns = List.of();
    List<List<String>> rows = new ArrayList<>();
    for (String line : split(text, '\n')) {
      if (line.startsWith(AS_OF)) {
        asOf = day(line.substring(AS_OF.length()));
      } else if (line.startsWith(COLUMNS)) {
        columns = split(line.substring(COLUMNS.length()), ' ');
      } else if (!line.startsWith("#") && !line.isEmpty()) {
        rows.add(row(name, line, columns));
      }
    }
    if (asOf == null) {
      throw new IllegalStateException(name + " has no date");
    }
    return new Table(asOf, columns, List.copyOf(rows));
  }

  private static List<String> row(String name, String line, List<String> columns) {
    List<String> fields = split(line, '\t');
    if (fields.size() != columns.size() || fields.contains("")) {
      throw new IllegalStateException(name + " has a row with missing fields: " + line);
    }
    return fields;
  }

  /** A day written {@code 2026-11-22}, read without the cost of loading date formats. */
  static LocalDate day(String iso) {
    return LocalDate.of(
        Integer.parseInt(iso, 0, 4, 10),
        Integer.parseInt(iso, 5, 7, 10),
        Integer.parseInt(iso, 8, 10, 10));
  }

  /** The parts between separators, empty ones too. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + 1;
    }
    parts.add(text.substring(from));
    return parts;
  }

  /** The members of a field that lists several. */
  static List<String> list(String field) {
    return split(field, ',');
  }

  /** The constant that a word in lower case with hyphens stands for. */
  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    StringBuilder name = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      name.append(c == '-' ? '_' : c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    return Enum.valueOf(type, name.toString());
  }
}
