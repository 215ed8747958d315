package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorldWordsTest {

  private static final String TEST_A = "when condition `Test` is true and parameter P is `a`";
  private static final String TEST_B = "when condition `Test` is true and parameter P is `b`";
  private static final String LIVE_A = "when condition `Test` is false and parameter P is `a`";
  private static final String LIVE_B = "when condition `Test` is false and parameter P is `b`";
  private static final List<String> ALL = List.of(TEST_A, TEST_B, LIVE_A, LIVE_B);

  @Test
  void one_world_is_told_as_it_is() {
    assertThat(WorldWords.of(List.of(TEST_A), ALL)).isEqualTo(TEST_A);
  }

  @Test
  void several_are_told_by_what_only_they_have_in_common() {
    assertThat(WorldWords.of(List.of(TEST_A, TEST_B), ALL))
        .isEqualTo("when condition `Test` is true");
    assertThat(WorldWords.of(List.of(TEST_B, LIVE_B), ALL)).isEqualTo("when parameter P is `b`");
  }

  @Test
  void several_with_nothing_of_their_own_in_common_are_told_one_by_one() {
    assertThat(WorldWords.of(List.of(TEST_A, LIVE_B), ALL)).isEqualTo(TEST_A + ", or " + LIVE_B);
    assertThat(WorldWords.of(List.of(TEST_A, TEST_B, LIVE_A), ALL))
        .isEqualTo(TEST_A + ", or " + TEST_B + ", or " + LIVE_A);
  }
}
