package io.rolewright.rule.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.Lists;
import io.rolewright.rule.session.Durations;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers, durations and lists as messages write them. */
class WordsTest {

  @Test
  void durations_are_told_in_the_units_people_use() {
    assertThat(Durations.shown(43200)).isEqualTo("12 h");
    assertThat(Durations.shown(5400)).isEqualTo("1 h 30 min");
    assertThat(Durations.shown(3661)).isEqualTo("1 h 1 min 1 s");
    assertThat(Durations.shown(0)).isEqualTo("0 s");
  }

  @Test
  void thousands_are_parted() {
    assertThat(Sizes.shown(999)).isEqualTo("999");
    assertThat(Sizes.shown(10240)).isEqualTo("10,240");
    assertThat(Sizes.shown(1000005)).isEqualTo("1,000,005");
    assertThat(Sizes.characters(2049, false)).isEqualTo("at least 2,049 characters");
  }

  @Test
  void long_lists_are_cut_and_the_rest_is_counted() {
    assertThat(Lists.shown(List.of("a"), 3)).isEqualTo("a");
    assertThat(Lists.shown(List.of("a", "b", "c"), 2)).isEqualTo("a, b and c");
    assertThat(Lists.shown(List.of("a", "b", "c", "d"), 2)).isEqualTo("a, b and 2 more");
  }

  @Test
  void misspelt_operators_are_mended_part_by_part() {
    assertThat(OperatorNames.near("stringequalsifexists")).containsExactly("StringEqualsIfExists");
    assertThat(OperatorNames.near("ForAnyValues:StringLikes"))
        .containsExactly("ForAnyValue:StringLike");
    assertThat(OperatorNames.near("NullIfExists")).containsExactly("Null");
    assertThat(OperatorNames.near("Frobnicates")).isEmpty();
  }
}
