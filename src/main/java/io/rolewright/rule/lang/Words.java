package io.rolewright.rule.lang;

import io.rolewright.rule.Estate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words of one subject, to be added one after the other. */
public final class Words {

  private final List<Word> words = new ArrayList<>();
  private final List<Type<?>> kinds = new ArrayList<>();
  private final Map<String, Subject> subjects = new HashMap<>();

  /** Sees in a role, grant, user, group or policy in place something that clauses are about. */
  @FunctionalInterface
  public interface Subject {
    Optional<?> in(Object thing, Estate estate);
  }

  /** What a word of one argument gives. */
  @FunctionalInterface
  public interface One<A> {
    Object of(Scope scope, A argument);
  }

  /** What a word of two arguments gives. */
  @FunctionalInterface
  public interface Two<A, B> {
    Object of(Scope scope, A first, B second);
  }

  /** What a word of three arguments gives. */
  @FunctionalInterface
  public interface Three<A, B, C> {
    Object of(Scope scope, A first, B second, C third);
  }

  /** What a word without arguments gives. */
  @FunctionalInterface
  public interface None {
    Object of(Scope scope);
  }

  /** Kinds of things that rules may go through with {@code for}. */
  public void kind(Type<?> kind) {
    kinds.add(kind);
  }

  /** A kind of things that clauses may be about, besides those that an input lists. */
  public void subject(Type<?> kind, Subject seen) {
    kinds.add(kind);
    subjects.put(kind.name(), seen);
  }

  public void word(String name, Type<?> result, String sentence, None meaning) {
    add(name, List.of(), result, sentence, (scope, a) -> meaning.of(scope));
  }

  @SuppressWarnings("unchecked") // the type checker lets only such arguments through
  public <A> void word(
      String name, Type<A> first, Type<?> result, String sentence, One<A> meaning) {
    add(name, List.of(first), result, sentence, (scope, a) -> meaning.of(scope, (A) a[0]));
  }

  @SuppressWarnings("unchecked") // the type checker lets only such arguments through
  public <A, B> void word(
      String name,
      Type<A> first,
      Type<B> second,
      Type<?> result,
      String sentence,
      Two<A, B> meaning) {
    add(
        name,
        List.of(first, second),
        result,
        sentence,
        (scope, a) -> meaning.of(scope, (A) a[0], (B) a[1]));
  }

  @SuppressWarnings("unchecked") // the type checker lets only such arguments through
  public <A, B, C> void word(
      String name,
      Type<A> first,
      Type<B> second,
      Type<C> third,
      Type<?> result,
      String sentence,
      Three<A, B, C> meaning) {
    add(
        name,
        List.of(first, second, third),
        result,
        sentence,
        (scope, a) -> meaning.of(scope, (A) a[0], (B) a[1], (C) a[2]));
  }

  private void add(
      String name,
      List<Type<?>> parameters,
      Type<?> result,
      String sentence,
      Word.Meaning meaning) {
    words.add(new Word(name, parameters, result, sentence, meaning, Optional.empty()));
  }

  /** A word that asks something of a request. */
  public void asking(
      String name,
      List<Type<?>> parameters,
      Type<?> result,
      String sentence,
      Word.Meaning meaning,
      Word.Symbolic symbolic) {
    words.add(new Word(name, parameters, result, sentence, meaning, Optional.of(symbolic)));
  }

  List<Word> words() {
    return words;
  }

  List<Type<?>> kinds() {
    return kinds;
  }

  Map<String, Subject> subjects() {
    return subjects;
  }
}
