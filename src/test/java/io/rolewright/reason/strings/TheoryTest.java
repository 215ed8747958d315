package io.rolewright.reason.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against every text over a few letters: no word is wrong and none is missed. */
class TheoryTest {

  private static final int ROUNDS = Integer.getInteger("rolewright.globs.rounds", 1);
  private static final int QUERIES = 15_000 * ROUNDS;

  private final Theory theory = new Theory();
  private int words;
  private int contradictions;

  @Test
  void every_verdict_is_right_with_colons_and_cases() {
    compare(new Universe("ab:A", 5), new Shape("**??#!", 4, 0.3), new Random(1));
  }

  @Test
  void every_verdict_is_right_for_long_words_of_two_letters() {
    compare(new Universe("ab", 8), new Shape("***?", 6, 0.0), new Random(2));
  }

  @Test
  void every_verdict_is_right_for_letters_with_three_cases() {
    compare(new Universe("kK\u212A", 5), new Shape("*?", 3, 0.5), new Random(3));
  }

  @Test
  void every_verdict_is_right_for_single_wildcards() {
    compare(new Universe("a:", 7), new Shape("??!!*#", 5, 0.0), new Random(4));
  }

  @Test
  void hints_are_words_if_they_are_as_asked() {
    Language role = Language.of(List.of(Pattern.glob("arn:aws:iam::*:role/*")));
    Language admin = Language.of(List.of(Pattern.glob("*:role/admin*")));
    Conjunction asked = new Conjunction(List.of(role), List.of(admin));
    String deploy = "arn:aws:iam::123456789012:role/deploy";
    List<String> hints = List.of("arn:aws:iam::123456789012:role/admin", deploy);
    assertThat(theory.realize(asked, hints, Budget.ordinary())).isEqualTo(new Verdict.Word(deploy));
  }

  @Test
  void words_are_made_of_the_patterns_and_readable_letters() {
    Language role = Language.of(List.of(Pattern.glob("arn:aws:iam::*:role/*")));
    assertThat(theory.realize(List.of(role), List.of(), Budget.ordinary()))
        .isEqualTo(new Verdict.Word("arn:aws:iam::x:role/x"));
  }

  @Test
  void a_word_does_not_end_in_a_separator_where_a_name_may_follow() {
    Language ours = Language.of(List.of(Pattern.glob("arn:aws:*::1111:*")));
    Language roles = Language.of(List.of(Pattern.glob("arn:aws:iam::????:role/*")));
    assertThat(theory.realize(List.of(ours, roles), List.of(), Budget.ordinary()))
        .isEqualTo(new Verdict.Word("arn:aws:iam::1111:role/x"));
  }

  @Test
  void a_question_without_steps_to_spend_is_not_answered() {
    Language some = Language.of(List.of(Pattern.glob("a*b?")));
    assertThat(theory.realize(List.of(some), List.of(), Budget.ofSteps(0)))
        .isEqualTo(new Verdict.Exhausted());
  }

  @Test
  void an_account_in_no_colon_wildcards_is_not_reached_through_a_colon() {
    Language anyone =
        Language.of(
            List.of(
                new Pattern.Builder()
                    .characters("arn:")
                    .runWithoutColon()
                    .characters(":iam::")
                    .runWithoutColon()
                    .characters(":")
                    .run()
                    .build()));
    Language ours = Language.of(List.of(Pattern.glob("arn:aws:iam::123456789012:*")));
    Language inFive = Language.of(List.of(Pattern.glob("arn:aws:iam::1:2:3")));
    assertThat(theory.realize(List.of(anyone), List.of(ours), Budget.ordinary()))
        .isInstanceOf(Verdict.Word.class);
    assertThat(theory.realize(List.of(ours), List.of(anyone), Budget.ordinary()))
        .isInstanceOf(Verdict.Contradiction.class);
    assertThat(theory.realize(List.of(inFive), List.of(anyone), Budget.ordinary()))
        .isInstanceOf(Verdict.Contradiction.class);
  }

  @Test
  void a_core_names_only_the_languages_that_contradict_each_other() {
    Language a = Language.of(List.of(Pattern.glob("a*")));
    Language b = Language.of(List.of(Pattern.glob("b*")));
    Language other = Language.of(List.of(Pattern.glob("*c?d*")));
    Language unwanted = Language.of(List.of(Pattern.glob("*e*f")));
    Verdict verdict = theory.realize(List.of(other, a, b), List.of(unwanted), Budget.ordinary());
    assertThat(verdict)
        .isEqualTo(new Verdict.Contradiction(new Conjunction(List.of(a, b), List.of()), true));
  }

  /** What random patterns are made of, besides the letters. */
  private record Shape(String wildcards, int longest, double folding) {}

  private void compare(Universe universe, Shape shape, Random random) {
    for (int i = 0; i < QUERIES; i++) {
      check(universe, some(universe, shape, random), some(universe, shape, random));
    }
    assertThat(words).isGreaterThan(QUERIES / 10);
    assertThat(contradictions).isGreaterThan(QUERIES / 10);
  }

  private static List<Universe.Known> some(Universe universe, Shape shape, Random random) {
    List<Universe.Known> some = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      List<Universe.Sample> samples = new ArrayList<>();
      int size = 1 + random.nextInt(3);
      for (int j = 0; j < size; j++) {
        samples.add(universe.sample(random, shape.wildcards(), shape.longest(), shape.folding()));
      }
      some.add(universe.known(samples));
    }
    return some;
  }

  private void check(Universe universe, List<Universe.Known> in, List<Universe.Known> notIn) {
    Conjunction asked = conjunction(in, notIn);
    BitSet meeting = meeting(universe, in, notIn);
    Verdict verdict = theory.realize(asked, List.of(), Budget.ordinary());
    if (verdict instanceof Verdict.Word word) {
      words++;
      assertThat(meets(word.text(), in, notIn)).as("%s of %s", word, asked).isTrue();
    } else {
      contradictions++;
      assertThat(verdict).isInstanceOf(Verdict.Contradiction.class);
      Conjunction core = ((Verdict.Contradiction) verdict).core();
      assertThat(meeting.isEmpty()).as("%s", asked).isTrue();
      assertThat(meeting(universe, known(core.in(), in), known(core.notIn(), notIn)).isEmpty())
          .as("core %s of %s", core, asked)
          .isTrue();
      checkMinimal((Verdict.Contradiction) verdict, in, notIn);
    }
  }

  private void checkMinimal(
      Verdict.Contradiction contradiction, List<Universe.Known> in, List<Universe.Known> notIn) {
    Conjunction core = contradiction.core();
    assertThat(contradiction.minimal()).isTrue();
    for (int i = 0; i < core.size(); i++) {
      Conjunction fewer = core.without(i);
      Verdict verdict = theory.realize(fewer, List.of(), Budget.ordinary());
      assertThat(verdict).as("%s without %s", core, i).isInstanceOf(Verdict.Word.class);
      String word = ((Verdict.Word) verdict).text();
      assertThat(meets(word, known(fewer.in(), in), known(fewer.notIn(), notIn))).isTrue();
    }
  }

  private static Conjunction conjunction(List<Universe.Known> in, List<Universe.Known> notIn) {
    return new Conjunction(
        in.stream().map(Universe.Known::language).toList(),
        notIn.stream().map(Universe.Known::language).toList());
  }

  private static List<Universe.Known> known(List<Language> some, List<Universe.Known> all) {
    return some.stream()
        .map(one -> all.stream().filter(known -> known.language().equals(one)).findAny().get())
        .toList();
  }

  private static BitSet meeting(
      Universe universe, List<Universe.Known> in, List<Universe.Known> notIn) {
    BitSet meeting = universe.all();
    in.forEach(known -> meeting.and(known.texts()));
    notIn.forEach(known -> meeting.andNot(known.texts()));
    return meeting;
  }

  private static boolean meets(String text, List<Universe.Known> in, List<Universe.Known> notIn) {
    return in.stream().allMatch(known -> fits(known, text))
        && notIn.stream().noneMatch(known -> fits(known, text));
  }

  private static boolean fits(Universe.Known known, String text) {
    return known.samples().stream().anyMatch(sample -> sample.fits(text));
  }
}
