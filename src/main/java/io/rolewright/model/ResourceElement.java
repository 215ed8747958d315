package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.function.Function;

/**
 * The {@code Resource} or {@code NotResource} of a statement: patterns of resource ARNs (R1.19 to
 * R1.25).
 */
public sealed interface ResourceElement {

  /** The element's value; the whole statement where it is absent. */
  Origin origin();

  /** The listed patterns; none where the element is absent. */
  List<Text> patterns();

  <R> R match(Function<Listed, R> listed, Function<Except, R> except, Function<Absent, R> absent);

  /** {@code Resource}: whatever one of the patterns matches. */
  record Listed(Origin origin, List<Text> patterns) implements ResourceElement {
    public Listed {
      patterns = List.copyOf(patterns);
    }

    @Override
    public <R> R match(
        Function<Listed, R> listed, Function<Except, R> except, Function<Absent, R> absent) {
      return listed.apply(this);
    }
  }

  /** {@code NotResource}: whatever none of the patterns matches, in all services. */
  record Except(Origin origin, List<Text> patterns) implements ResourceElement {
    public Except {
      patterns = List.copyOf(patterns);
    }

    @Override
    public <R> R match(
        Function<Listed, R> listed, Function<Except, R> except, Function<Absent, R> absent) {
      return except.apply(this);
    }
  }

  /** The element is missing. */
  record Absent(Origin origin) implements ResourceElement {
    @Override
    public List<Text> patterns() {
      return List.of();
    }

    @Override
    public <R> R match(
        Function<Listed, R> listed, Function<Except, R> except, Function<Absent, R> absent) {
      return absent.apply(this);
    }
  }
}
