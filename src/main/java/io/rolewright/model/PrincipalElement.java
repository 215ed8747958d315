package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.function.Function;

/** The {@code Principal} or {@code NotPrincipal} of a statement (R1.10, R1.16). */
public sealed interface PrincipalElement {

  /** The element's value; the whole statement where it is absent. */
  Origin origin();

  /** The listed patterns; none where the element is absent. */
  List<PrincipalPattern> patterns();

  <R> R match(Function<Listed, R> listed, Function<Except, R> except, Function<Absent, R> absent);

  /** {@code Principal}: whoever one of the patterns matches. */
  record Listed(Origin origin, List<PrincipalPattern> patterns) implements PrincipalElement {
    public Listed {
      patterns = List.copyOf(patterns);
    }

    @Override
    public <R> R match(
        Function<Listed, R> listed, Function<Except, R> except, Function<Absent, R> absent) {
      return listed.apply(this);
    }
  }

  /** {@code NotPrincipal}: whoever none of the patterns matches. */
  record Except(Origin origin, List<PrincipalPattern> patterns) implements PrincipalElement {
    public Except {
      patterns = List.copyOf(patterns);
    }

    @Override
    public <R> R match(
        Function<Listed, R> listed, Function<Except, R> except, Function<Absent, R> absent) {
      return except.apply(this);
    }
  }

  /** No principal element: the policy's holder, in kinds that are attached to one. */
  record Absent(Origin origin) implements PrincipalElement {
    @Override
    public List<PrincipalPattern> patterns() {
      return List.of();
    }

    @Override
    public <R> R match(
        Function<Listed, R> listed, Function<Except, R> except, Function<Absent, R> absent) {
      return absent.apply(this);
    }
  }
}
