package io.rolewright.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssumptionsTest {

  @Test
  void option_a_is_taken_unless_b_is_asked_for() {
    Assumptions changed = Assumptions.DEFAULT.with(Uncertainty.U5);

    assertThat(changed.isB(Uncertainty.U5)).isTrue();
    assertThat(changed.isB(Uncertainty.U6)).isFalse();
    assertThat(Assumptions.DEFAULT.isB(Uncertainty.U5)).isFalse();
    assertThat(changed.optionB()).containsExactly(Uncertainty.U5);
  }

  @Test
  void flipping_twice_changes_nothing() {
    Assumptions once = Assumptions.DEFAULT.flipped(Uncertainty.U18);

    assertThat(once).isEqualTo(Assumptions.DEFAULT.with(Uncertainty.U18));
    assertThat(once).hasSameHashCodeAs(Assumptions.DEFAULT.with(Uncertainty.U18));
    assertThat(once).isNotEqualTo(Assumptions.DEFAULT).hasToString("[U18]");
    assertThat(once.flipped(Uncertainty.U18)).isEqualTo(Assumptions.DEFAULT);
  }

  @Test
  void items_are_found_by_their_id_and_say_what_they_are_about() {
    for (Uncertainty item : Uncertainty.values()) {
      assertThat(Uncertainty.named(item.name())).contains(item);
      assertThat(item.topic()).isNotBlank();
      assertThat(item.optionA()).isNotBlank().isNotEqualTo(item.optionB());
      assertThat(item.optionB()).isNotBlank();
    }
    assertThat(Uncertainty.named("U17")).isEmpty();
  }
}
