package io.rolewright.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestTest {

  @Test
  void the_word_that_takes_fewest_letters_to_change_is_meant() {
    assertThat(Closest.to("Resurce", List.of("Action", "Resources", "Resource"), 3))
        .contains("Resource");
    assertThat(Closest.to("EFFECT", List.of("Effect"), 0)).contains("Effect");
  }

  @Test
  void of_equally_close_words_the_first_in_the_alphabet_is_meant() {
    assertThat(Closest.to("bat", List.of("cat", "hat", "bar"), 1)).contains("bar");
    assertThat(Closest.to("bat", List.of("bar", "hat", "cat"), 1)).contains("bar");
  }

  @Test
  void words_farther_away_are_not_meant() {
    assertThat(Closest.to("Principals", List.of("Action"), 2)).isEmpty();
    assertThat(Closest.hint("zz", List.of("high", "medium"))).isEmpty();
    assertThat(Closest.hint("hgih", List.of("high", "medium"))).isEqualTo("; did you mean `high`");
  }
}
