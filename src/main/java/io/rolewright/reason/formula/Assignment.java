package io.rolewright.reason.formula;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A request: what each field says, and which unknown things are so. What is not named is absent or
 * not so. Equal if the same is said. Immutable.
 */
public final class Assignment {

  private static final Assignment NOTHING = new Assignment(Map.of(), new TreeSet<>());

  // a text, a point or a set of texts, as the sort of the field demands
  private final Map<Field, Object> values;
  private final SortedSet<String> symbols;

  private Assignment(Map<Field, Object> values, SortedSet<String> symbols) {
    this.values = values;
    this.symbols = symbols;
  }

  /** Every field is absent, nothing unknown is so. */
  public static Assignment nothing() {
    return NOTHING;
  }

  /** The same, and {@code field} has this text. */
  public Assignment with(Field field, String text) {
    return with(field, Field.Sort.TEXT, text);
  }

  /** The same, and {@code field} is at this point. */
  public Assignment with(Field field, BigDecimal point) {
    return with(field, Field.Sort.LINE, point.stripTrailingZeros());
  }

  /** The same, and {@code field} has these texts; absent if there are none. */
  public Assignment with(Field field, Collection<String> texts) {
    return texts.isEmpty()
        ? without(field)
        : with(field, Field.Sort.SET, List.copyOf(new TreeSet<>(texts)));
  }

  private Assignment with(Field field, Field.Sort sort, Object value) {
    if (field.sort() != sort) {
      throw new IllegalArgumentException(field + " is not of sort " + sort);
    }
    Map<Field, Object> more = new HashMap<>(values);
    more.put(field, value);
    return new Assignment(more, symbols);
  }

  /** The same, and {@code field} is absent. */
  public Assignment without(Field field) {
    Map<Field, Object> fewer = new HashMap<>(values);
    fewer.remove(field);
    return new Assignment(fewer, symbols);
  }

  /** The same, and the unknown thing is so. */
  public Assignment with(Atom.Symbol symbol) {
    TreeSet<String> more = new TreeSet<>(symbols);
    more.add(symbol.name());
    return new Assignment(values, more);
  }

  /** All that this says, and besides what {@code other} says; {@code other} wins. */
  public Assignment and(Assignment other) {
    Map<Field, Object> both = new HashMap<>(values);
    both.putAll(other.values);
    TreeSet<String> so = new TreeSet<>(symbols);
    so.addAll(other.symbols);
    return new Assignment(both, so);
  }

  /** The text of a field; none if it is absent or of another sort. */
  public Optional<String> text(Field field) {
    return values.get(field) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The point of a field; none if it is absent or of another sort. */
  public Optional<BigDecimal> point(Field field) {
    return values.get(field) instanceof BigDecimal point ? Optional.of(point) : Optional.empty();
  }

  /** The texts of a field, ascending; none if it is absent or of another sort. */
  public List<String> texts(Field field) {
    return values.get(field) instanceof List<?> texts
        ? texts.stream().map(String.class::cast).toList()
        : List.of();
  }

  /** Whether the field says something. */
  public boolean isPresent(Field field) {
    return values.containsKey(field);
  }

  /** Whether the unknown thing of this name is so. */
  public boolean isTrue(String symbol) {
    return symbols.contains(symbol);
  }

  /** The fields that are present, ascending. */
  public List<Field> fields() {
    return List.copyOf(new TreeSet<>(values.keySet()));
  }

  /** The unknown things that are so, ascending. */
  public List<String> symbols() {
    return List.copyOf(symbols);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Assignment assignment
        && values.equals(assignment.values)
        && symbols.equals(assignment.symbols);
  }

  @Override
  public int hashCode() {
    return 31 * values.hashCode() + symbols.hashCode();
  }

  @Override
  public String toString() {
    return new TreeMap<>(values) + " " + symbols;
  }
}
