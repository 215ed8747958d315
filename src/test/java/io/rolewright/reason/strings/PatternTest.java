package io.rolewright.reason.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PatternTest {

  @Test
  void patterns_and_languages_fit_what_trying_everything_fits() {
    Universe universe = new Universe("aA:b", 4);
    Random random = new Random(21);
    for (int i = 0; i < 3_000; i++) {
      Universe.Sample sample = universe.sample(random, "*?#!", 5, 0.4);
      Pattern pattern = sample.pattern();
      Language language = Language.of(List.of(pattern));
      for (int j = 0; j < 40; j++) {
        String text = universe.texts().get(random.nextInt(universe.texts().size()));
        assertThat(pattern.matches(text)).as("%s, %s", sample, text).isEqualTo(sample.fits(text));
        assertThat(language.matches(text)).as("%s, %s", sample, text).isEqualTo(sample.fits(text));
      }
    }
  }

  @Test
  void neighbouring_wildcards_are_equal_in_any_order() {
    assertThat(Pattern.glob("a**?*?b")).isEqualTo(Pattern.glob("a??*b"));
    assertThat(Pattern.glob("a*?b")).hasSameHashCodeAs(Pattern.glob("a?*b"));
    assertThat(new Pattern.Builder().runWithoutColon().run().build()).isEqualTo(Pattern.glob("*"));
    assertThat(new Pattern.Builder().run().oneWithoutColon().build())
        .isNotEqualTo(new Pattern.Builder().oneWithoutColon().run().build());
  }

  @Test
  void wildcards_of_a_literal_are_letters() {
    assertThat(Pattern.literal("a*?").matches("a*?")).isTrue();
    assertThat(Pattern.literal("a*?").matches("abc")).isFalse();
    assertThat(Pattern.literal("a*?").isLiteral()).isTrue();
  }

  @Test
  void letters_without_another_case_keep_a_literal_one() {
    assertThat(Pattern.literal("123-/").ignoringCase()).isEqualTo(Pattern.literal("123-/"));
    assertThat(Pattern.literal("a1").ignoringCase().isLiteral()).isFalse();
    assertThat(Pattern.literal("a1").ignoringCase().matches("A1")).isTrue();
  }

  @Test
  void languages_are_equal_whatever_the_order_and_however_often_a_pattern_is_named() {
    Language one = language("b*", "a", "b*", "c?");
    Language other = language("c?", "b*", "a", "a");
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.literals()).containsExactly("a");
    assertThat(one.isUniversal()).isFalse();
    assertThat(language("a", "**").isUniversal()).isTrue();
    assertThat(language().isEmpty()).isTrue();
    assertThat(language().matches("")).isFalse();
  }

  private static Language language(String... written) {
    return Language.of(List.of(written).stream().map(Pattern::glob).toList());
  }

  @Test
  void folding_is_lower_case_for_every_letter_but_one() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String lower = String.valueOf((char) c).toLowerCase(Locale.ROOT);
      if (c != '\u0130') {
        assertThat(Folding.fold(String.valueOf((char) c))).isEqualTo(lower);
      }
    }
  }

  @Test
  void unfolding_finds_every_letter_that_folds_so() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      char folded = Folding.fold((char) c);
      assertThat(Folding.unfold(folded)).contains((char) c).isSorted();
      assertThat(Folding.fold(folded)).isEqualTo(folded);
      for (char origin : Folding.unfold(folded)) {
        assertThat(Folding.fold(origin)).isEqualTo(folded);
      }
    }
  }
}
