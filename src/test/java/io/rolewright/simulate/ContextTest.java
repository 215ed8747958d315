package io.rolewright.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextTest {

  private final Context context =
      Context.of(
          Map.of("aws:PrincipalTag/Team", List.of("blue"), "aws:TagKeys", List.of("a", "b")));

  @Test
  void keys_are_found_in_any_letter_case() {
    assertThat(context.get("AWS:principaltag/TEAM")).containsExactly("blue");
    assertThat(context.has("aws:tagkeys")).isTrue();
    assertThat(context.has("aws:other")).isFalse();
    assertThat(context.get("aws:other")).isEmpty();
  }

  @Test
  void several_values_make_a_list_and_one_does_only_if_said_so() {
    assertThat(context.isList("aws:TagKeys")).isTrue();
    assertThat(context.isList("aws:PrincipalTag/Team")).isFalse();
    assertThat(context.withList("k", List.of("x")).isList("K")).isTrue();
    assertThat(context.with("k", List.of("x")).isList("k")).isFalse();
    assertThat(context.with("k", List.of("x", "y")).isList("k")).isTrue();
  }

  @Test
  void a_key_without_values_is_absent() {
    assertThat(context.with("aws:TAGKEYS", List.of()).has("aws:TagKeys")).isFalse();
    assertThat(context.withList("k", List.of())).isEqualTo(context);
  }

  @Test
  void setting_a_key_replaces_it_in_whatever_spelling() {
    Context changed = context.with("AWS:TAGKEYS", "c");

    assertThat(changed.get("aws:TagKeys")).containsExactly("c");
    assertThat(changed.isList("aws:TagKeys")).isFalse();
    assertThat(changed.asMap()).containsOnlyKeys("aws:PrincipalTag/Team", "AWS:TAGKEYS");
    assertThat(context.get("aws:TagKeys")).containsExactly("a", "b");
  }

  @Test
  void the_keys_of_the_other_context_win() {
    Context other = Context.EMPTY.with("AWS:tagkeys", "z").withList("n", List.of("1"));

    Context joined = context.plus(other);

    assertThat(joined.get("aws:TagKeys")).containsExactly("z");
    assertThat(joined.isList("aws:TagKeys")).isFalse();
    assertThat(joined.isList("n")).isTrue();
    assertThat(joined.asMap()).containsOnlyKeys("AWS:tagkeys", "aws:PrincipalTag/Team", "n");
    assertThat(joined.get("aws:PrincipalTag/Team")).containsExactly("blue");
    assertThat(other.plus(context).isList("n")).isTrue();
  }

  @Test
  void contexts_are_equal_by_keys_values_and_lists() {
    assertThat(context.with("k", "x")).isNotEqualTo(context.withList("k", List.of("x")));
    assertThat(context.with("k", "x")).isEqualTo(context.with("k", List.of("x")));
    assertThat(context.with("k", "x")).hasSameHashCodeAs(context.with("k", List.of("x")));
    assertThat(Context.EMPTY.with("k", "x")).hasToString("{k=[x]}");
  }
}
