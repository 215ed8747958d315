package io.rolewright.rule.lang;

import io.rolewright.model.Text;
import io.rolewright.reason.actor.Actor;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Truth;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A type of the rule language: a kind of thing, or a list of them. Types are the same iff their
 * names are.
 *
 * @param <T> what its values are in Java
 */
public final class Type<T> {

  /** Holds or not, or it is not known. */
  public static final Type<Truth> TRUTH =
      new Type<>("truth", "Holds, does not hold, or hangs on something unknown.", shownByJava());

  /** Text of a policy, of a rule or of a request. */
  public static final Type<Text> TEXT =
      new Type<>("text", "Text as written in a policy; it knows its place.", Text::shown)
          .at(Text::origin);

  /** A whole number. */
  public static final Type<Long> NUMBER = new Type<>("number", "A whole number.", shownByJava());

  /** A request that the reasoner looks for, or has found. */
  public static final Type<Request> REQUEST =
      new Type<>(
          "request",
          "A call to AWS: who calls, what, on which resource, with which condition keys.",
          request -> request.principal().toString());

  /** Who may make a request. */
  public static final Type<Actor> ACTOR =
      new Type<>("actor", "Somebody who may call: all requests that he can make.", a -> "actor");

  /** What a word found out about the estate. */
  public static final Type<Answer> ANSWER =
      new Type<>(
          "answer",
          "That something is so, with its evidence, or not, or that it cannot be told; `when` goes"
              + " on where it is so.",
          Answer::shown);

  /** Stands for every type in the signature of a word; no value has it. */
  static final Type<Object> ANY = new Type<>("anything", "Anything.", String::valueOf);

  private final String name;
  private final String sentence;
  private final Function<T, String> shown;
  private final Optional<Function<T, Origin>> place;
  private final Optional<Type<?>> element;

  /**
   * A kind of thing.
   *
   * @param sentence what it is, for the reference
   * @param shown how a value reads in a message
   */
  public Type(String name, String sentence, Function<T, String> shown) {
    this(name, sentence, shown, Optional.empty(), Optional.empty());
  }

  private Type(
      String name,
      String sentence,
      Function<T, String> shown,
      Optional<Function<T, Origin>> place,
      Optional<Type<?>> element) {
    this.name = name;
    this.sentence = sentence;
    this.shown = shown;
    this.place = place;
    this.element = element;
  }

  private static <V> Function<V, String> shownByJava() {
    return value -> value.toString().toLowerCase(java.util.Locale.ROOT);
  }

  /** The same kind, of which each thing knows where it was written. */
  public Type<T> at(Function<T, Origin> where) {
    return new Type<>(name, sentence, shown, Optional.of(where), element);
  }

  /** Lists of this type. */
  public Type<List<T>> list() {
    Function<List<T>, String> joined =
        values -> String.join(", ", values.stream().map(shown).toList());
    return new Type<>("list of " + name, sentence, joined, Optional.empty(), Optional.of(this));
  }

  /** What a list holds; nothing if this is no list. */
  Optional<Type<?>> element() {
    return element;
  }

  public String name() {
    return name;
  }

  /** What it is, for the reference. */
  public String sentence() {
    return sentence;
  }

  boolean hasPlace() {
    return place.isPresent();
  }

  @SuppressWarnings("unchecked") // the type checker lets no other values come here
  Optional<Origin> placeOf(Object value) {
    return value instanceof Absent ? Optional.empty() : place.map(p -> p.apply((T) value));
  }

  @SuppressWarnings("unchecked") // the type checker lets no other values come here
  String show(Object value) {
    return value instanceof Absent ? "" : shown.apply((T) value);
  }

  /** Whether a value of the other type can stand where this one is asked for. */
  boolean takes(Type<?> other) {
    if (name.equals(ANY.name)) {
      return true;
    }
    if (element.isPresent() && other.element.isPresent()) {
      return other.element.get().name.equals(ANY.name) || element.get().takes(other.element.get());
    }
    return name.equals(other.name);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Type<?> type && name.equals(type.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
