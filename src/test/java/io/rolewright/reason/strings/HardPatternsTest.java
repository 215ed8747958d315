package io.rolewright.reason.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Families of patterns made to be hard: decided where it is feasible, always within the budget. */
class HardPatternsTest {

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 40})
  void a_chain_of_letters_contains_each_of_them(int n) {
    Language chain = globs("*" + String.join("*", letters(n)) + "*");
    List<String> single = letters(n).stream().map(letter -> "*" + letter + "*").toList();
    Language either = Language.of(single.stream().map(Pattern::glob).toList());
    assertThat(realize(List.of(chain), List.of(either))).isInstanceOf(contradiction());
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 40})
  void a_list_in_another_order_is_the_same_list(int n) {
    List<String> some = new ArrayList<>(chains(n, 8, 4, new Random(n)));
    Language before = globs(some.toArray(String[]::new));
    Collections.shuffle(some, new Random(1));
    Language after = globs(some.toArray(String[]::new));
    assertThat(after).isEqualTo(before);
    some.add("*q*r*s*t*u");
    Language more = globs(some.toArray(String[]::new));
    assertThat(realize(List.of(before), List.of(more))).isInstanceOf(contradiction());
    assertThat(realize(List.of(more), List.of(before))).isInstanceOf(Verdict.Word.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 40})
  void a_text_has_all_letters_at_once(int n) {
    List<Language> all = letters(n).stream().map(letter -> globs("*" + letter + "*")).toList();
    assertThat(realize(all, List.of())).isInstanceOf(Verdict.Word.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 40})
  void a_text_has_all_chains_at_once(int n) {
    List<Language> all = chains(n, 8, 4, new Random(n)).stream().map(this::globs).toList();
    assertThat(realize(all, List.of())).isInstanceOf(Verdict.Word.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 40})
  void single_wildcards_that_ask_for_different_lengths_contradict_each_other(int n) {
    List<Language> all =
        IntStream.rangeClosed(1, n)
            .mapToObj(i -> globs("?".repeat(i) + "a" + "?".repeat(i)))
            .toList();
    Verdict verdict = realize(all, List.of());
    assertThat(verdict).isInstanceOf(contradiction());
    assertThat(((Verdict.Contradiction) verdict).core().size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 40})
  void single_wildcards_between_runs_never_make_a_wrong_answer(int n) {
    List<Language> in =
        IntStream.rangeClosed(1, n).mapToObj(i -> globs("*a" + "?".repeat(i) + "b*")).toList();
    List<Language> notIn =
        IntStream.rangeClosed(1, n).mapToObj(i -> globs("*b" + "?".repeat(i) + "a*")).toList();
    checkIfDecided(in, notIn);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 40})
  void all_long_chains_and_no_short_one_ends_within_the_budget(int n) {
    for (int letters = 4; letters <= 20; letters += 4) {
      Random random = new Random(n + letters);
      List<Language> in = chains(n, 8, letters, random).stream().map(this::globs).toList();
      List<Language> notIn = chains(n, 3, letters, random).stream().map(this::globs).toList();
      checkIfDecided(in, notIn);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 10, 20, 40})
  void the_nth_letter_from_the_end_ends_within_the_budget(int n) {
    Language positive = globs("*a" + "?".repeat(n));
    Language negative = globs("*b" + "?".repeat(n), "*c" + "?".repeat(n + 1));
    checkIfDecided(List.of(positive), List.of(negative));
  }

  private void checkIfDecided(List<Language> in, List<Language> notIn) {
    Conjunction asked = new Conjunction(in, notIn);
    Budget budget = Budget.ofSteps(300_000);
    Verdict verdict = new Theory().realize(asked, List.of(), budget);
    if (verdict instanceof Verdict.Word word) {
      assertThat(asked.isMetBy(word.text())).isTrue();
    } else if (verdict instanceof Verdict.Exhausted) {
      assertThat(budget.left()).isLessThan(200_000);
    } else {
      Random random = new Random(7);
      for (int i = 0; i < 100; i++) {
        String text = chains(1, 200, 20, random).get(0).replace("*", "");
        assertThat(asked.isMetBy(text)).isFalse();
      }
    }
  }

  @Test
  void thousands_of_patterns_are_decided() {
    Random random = new Random(5);
    List<String> patterns =
        IntStream.range(0, 4_000)
            .mapToObj(i -> name(random) + ":" + name(random) + (i % 3 == 0 ? "" : "*"))
            .toList();
    Language all = globs(patterns.toArray(String[]::new));
    Language fewer = globs(patterns.subList(0, 3_999).toArray(String[]::new));
    assertThat(realize(List.of(fewer), List.of(all))).isInstanceOf(contradiction());
    assertThat(realize(List.of(all), List.of(fewer))).isInstanceOf(Verdict.Word.class);
    assertThat(realize(List.of(globs("*:*get*")), List.of(all))).isInstanceOf(Verdict.Word.class);
    assertThat(realize(List.of(all, globs("*")), List.of(all))).isInstanceOf(contradiction());
    assertThat(ActionClasses.of(List.of(all, fewer), Budget.ordinary()).orElseThrow().classes())
        .hasSize(3);
  }

  @Test
  void matching_many_patterns_at_many_places_is_counted() {
    Random random = new Random(6);
    List<String> patterns = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder written = new StringBuilder("*");
      for (int j = 0; j < 20; j++) {
        written.append(random.nextBoolean() ? "a*" : "a?");
      }
      patterns.add(written + "b" + i);
    }
    Budget budget = Budget.ofSteps(500_000);
    Language many = globs(patterns.toArray(String[]::new));
    Language others = globs("*c", "*a?d*");
    Conjunction asked = new Conjunction(List.of(many, others), List.of(globs("*b")));
    assertThat(new Theory().realize(asked, List.of(), budget)).isEqualTo(new Verdict.Exhausted());
    assertThat(budget.left()).isLessThan(100_000);
  }

  @Test
  void very_long_patterns_overflow_no_stack() {
    String text = "ab".repeat(50_000);
    assertThat(realize(List.of(globs(text + "*")), List.of(globs(text + "a*"))))
        .isInstanceOf(Verdict.Word.class);
    assertThat(realize(List.of(globs(text + "a*")), List.of(globs(text + "?*"))))
        .isNotInstanceOf(Verdict.Word.class);
  }

  @Test
  void the_same_question_has_the_same_answer_whatever_was_asked_before() {
    Theory used = new Theory();
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      List<Language> in = chains(3, 3, 4, random).stream().map(this::globs).toList();
      List<Language> notIn = chains(3, 2, 4, random).stream().map(this::globs).toList();
      Budget one = Budget.ofSteps(5_000);
      Budget other = Budget.ofSteps(5_000);
      assertThat(used.realize(in, notIn, one)).isEqualTo(new Theory().realize(in, notIn, other));
      assertThat(one.left()).isEqualTo(other.left());
    }
  }

  private static Verdict realize(List<Language> in, List<Language> notIn) {
    Conjunction asked = new Conjunction(in, notIn);
    Verdict verdict = new Theory().realize(asked, List.of(), Budget.ordinary());
    if (verdict instanceof Verdict.Word word) {
      assertThat(asked.isMetBy(word.text())).isTrue();
    }
    return verdict;
  }

  private static Class<Verdict.Contradiction> contradiction() {
    return Verdict.Contradiction.class;
  }

  private Language globs(String... written) {
    return Language.of(List.of(written).stream().map(Pattern::glob).toList());
  }

  private static List<String> letters(int n) {
    return IntStream.range(0, n).mapToObj(i -> String.valueOf((char) ('A' + i))).toList();
  }

  /** Patterns of random letters with runs between, before and after them. */
  private static List<String> chains(int n, int length, int letters, Random random) {
    Function<Integer, String> chain =
        ignored -> {
          StringBuilder written = new StringBuilder("*");
          for (int i = 0; i < length; i++) {
            written.append((char) ('a' + random.nextInt(letters))).append('*');
          }
          return written.toString();
        };
    return IntStream.range(0, n).boxed().map(chain).toList();
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    int length = 3 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return name.toString();
  }
}
