package io.rolewright.reason.formula;

import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A sentence about a request, made by {@link Formulas}. Two that were built alike by one {@code
 * Formulas} are the same object, so equality is identity; two that mean the same need not be.
 */
public abstract sealed class Formula {

  private final Formulas owner;
  private final int id;

  private Formula(Formulas owner) {
    this.owner = owner;
    this.id = owner.nextId();
  }

  /** Always so or never. */
  public static final class Constant extends Formula {
    private final boolean value;

    Constant(Formulas owner, boolean value) {
      super(owner);
      this.value = value;
    }

    /** Whether it is always so. */
    public boolean value() {
      return value;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.constant().apply(this);
    }
  }

  /** One test. */
  public static final class Atomic extends Formula {
    private final Atom atom;

    Atomic(Formulas owner, Atom atom) {
      super(owner);
      this.atom = atom;
    }

    /** The test. */
    public Atom atom() {
      return atom;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.atomic().apply(this);
    }
  }

  /** The contrary of a formula that is neither constant nor itself a contrary. */
  public static final class Not extends Formula {
    private final Formula inner;

    Not(Formulas owner, Formula inner) {
      super(owner);
      this.inner = inner;
    }

    /** What is not so. */
    public Formula inner() {
      return inner;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.not().apply(this);
    }
  }

  /** All of two or more formulas, none of them an {@code And}, ascending by {@link #id()}. */
  public static final class And extends Formula {
    private final List<Formula> parts;

    And(Formulas owner, List<Formula> parts) {
      super(owner);
      this.parts = parts;
    }

    /** What is all so. */
    public List<Formula> parts() {
      return parts;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.and().apply(this);
    }
  }

  /** One or more of two or more formulas, none of them an {@code Or}, ascending by id. */
  public static final class Or extends Formula {
    private final List<Formula> parts;

    Or(Formulas owner, List<Formula> parts) {
      super(owner);
      this.parts = parts;
    }

    /** Of which one at least is so. */
    public List<Formula> parts() {
      return parts;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.or().apply(this);
    }
  }

  /** One answer for each kind. */
  public record Cases<R>(
      Function<Constant, R> constant,
      Function<Atomic, R> atomic,
      Function<Not, R> not,
      Function<And, R> and,
      Function<Or, R> or) {}

  /** Calls the function for this kind. */
  public abstract <R> R match(Cases<R> cases);

  /** Unlike those of all other formulas of one {@link Formulas}; later ones have greater. */
  public final int id() {
    return id;
  }

  final boolean isOf(Formulas formulas) {
    return owner == formulas;
  }

  /** Whether it is so of the request. */
  public final boolean holds(Assignment request) {
    return new Evaluation(request).of(this);
  }

  /** The tests in it, in the order they were made. */
  public final List<Atomic> atoms() {
    return new Parts(this).atoms();
  }

  /** The fields on which it may depend, ascending. */
  public final SortedSet<Field> fields() {
    return new Parts(this).fields();
  }

  /** How many different formulas it has in it, itself included. */
  public final int size() {
    return new Parts(this).count();
  }

  @Override
  public final boolean equals(Object other) {
    return this == other;
  }

  @Override
  public final int hashCode() {
    return id;
  }

  /** With {@code and}, {@code or}, {@code not} and brackets. */
  @Override
  public final String toString() {
    return match(
        new Cases<>(
            constant -> constant.value() ? "yes" : "no",
            atomic -> atomic.atom().toString(),
            not -> "not (" + not.inner() + ")",
            and -> written(and.parts(), " and "),
            or -> written(or.parts(), " or ")));
  }

  private static String written(List<Formula> parts, String between) {
    return parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(between));
  }
}
