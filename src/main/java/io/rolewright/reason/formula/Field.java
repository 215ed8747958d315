package io.rolewright.reason.formula;

/**
 * One thing that a request says or leaves out. Fields of one name are one field: {@link Formulas}
 * refuses to use a name with two sorts.
 *
 * @param name such as {@code aws:sourceip}; keys of policies in lower case, as they ignore case
 */
public record Field(String name, Sort sort) implements Comparable<Field> {

  /** What a field may say. */
  public enum Sort {
    /** One text, or absent. */
    TEXT,
    /** One point of an ordered line (a number, a date, an address), or absent. */
    LINE,
    /** A finite set of texts; that it is empty and that it is absent are the same. */
    SET
  }

  /** A field with one text. */
  public static Field text(String name) {
    return new Field(name, Sort.TEXT);
  }

  /** A field with one point. */
  public static Field line(String name) {
    return new Field(name, Sort.LINE);
  }

  /** A field with a set of texts. */
  public static Field set(String name) {
    return new Field(name, Sort.SET);
  }

  /** By name, then sort. */
  @Override
  public int compareTo(Field other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : sort.compareTo(other.sort);
  }

  @Override
  public String toString() {
    return name;
  }
}
