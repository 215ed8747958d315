package io.rolewright.simulate.sts;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits of what a call may pass several of (3.1). */
class TagFaultsTest {

  private static List<String> faults(StsCall call) {
    return new Sts(Cast.WORLD, Assumptions.DEFAULT)
        .faults(call, Cast.caller("user"), Optional.of(3600)).stream().map(Fault::message).toList();
  }

  private static List<String> faultsOfTags(String... tags) {
    return faults(Cast.tagged(Cast.call(Operation.ASSUME_ROLE), tags));
  }

  private static String[] numbered(int count, String pattern) {
    return IntStream.range(0, count).mapToObj(pattern::formatted).toArray(String[]::new);
  }

  @Test
  void fifty_tags_are_taken_and_one_more_is_not() {
    assertThat(faultsOfTags(numbered(50, "k%d=v"))).isEmpty();
    assertThat(faultsOfTags(numbered(51, "k%d=v")))
        .containsExactly("a session takes at most 50 tags, 51 are passed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"k=", "Kostenstelle für Straße=Größe 4", "a b=c d", "a_.:/=+-@=v", "プロジェクト=x"})
  void keys_and_values_take_letters_digits_blanks_and_some_signs(String tag) {
    assertThat(faultsOfTags(tag)).isEmpty();
  }

  @Test
  void keys_have_128_characters_and_values_256() {
    assertThat(faultsOfTags("k".repeat(128) + "=" + "v".repeat(256))).isEmpty();
    assertThat(faultsOfTags("k".repeat(129) + "=v"))
        .singleElement()
        .asString()
        .startsWith("the key of a tag has 1 to 128 characters, `kkk")
        .endsWith(" has 129");
    assertThat(faultsOfTags("k=" + "v".repeat(257)))
        .singleElement()
        .asString()
        .startsWith("the value of a tag has 0 to 256 characters");
    assertThat(faultsOfTags("=v")).singleElement().asString().contains("`` has 0");
  }

  @Test
  void other_characters_are_named() {
    assertThat(faultsOfTags("team*=x"))
        .containsExactly(
            "the key of a tag takes letters, digits, blanks and any of `_.:/=+-@`,"
                + " `team*` has `*`");
    assertThat(faultsOfTags("team=a\tb")).singleElement().asString().endsWith("has U+0009");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:team=x", "AWS:team=x"})
  void keys_of_aws_are_reserved(String tag) {
    assertThat(faultsOfTags(tag))
        .singleElement()
        .asString()
        .startsWith("tag keys must not begin with `aws:`");
  }

  @Test
  void keys_that_differ_in_case_only_are_the_same() {
    assertThat(faultsOfTags("Team=a", "team=b"))
        .containsExactly("tag keys are unique whatever their case, `Team` and `team` are the same");
  }

  @Test
  void only_sessions_that_can_be_tagged_take_tags() {
    assertThat(faults(Cast.tagged(Cast.call(Operation.GET_SESSION_TOKEN), "team=a")))
        .containsExactly("GetSessionToken takes no tags");
    assertThat(faults(Cast.tagged(Cast.call(Operation.GET_FEDERATION_TOKEN), "team=a"))).isEmpty();
  }

  @Test
  void lists_have_limits_too() {
    StsCall call = Cast.call(Operation.ASSUME_ROLE);
    String policy = "arn:aws:iam::aws:policy/P%d";
    assertThat(faults(Cast.with(call, Parameter.POLICY_ARNS, numbered(10, policy)))).isEmpty();
    assertThat(faults(Cast.with(call, Parameter.POLICY_ARNS, numbered(11, policy))))
        .containsExactly("`PolicyArns` takes at most 10, 11 are given");
    String provider = "arn:aws:iam::aws:contextProvider/P%d";
    assertThat(faults(Cast.with(call, Parameter.PROVIDED_CONTEXTS, numbered(6, provider))))
        .containsExactly("`ProvidedContexts` takes at most 5, 6 are given");
    assertThat(faults(Cast.with(call, Parameter.ROLE_SESSION_NAME, "one", "two")))
        .containsExactly("`RoleSessionName` takes at most 1, 2 are given");
  }

  @Test
  void a_role_is_assumed_under_a_name() {
    StsCall bare = StsCall.of(Operation.ASSUME_ROLE, Cast.AT);
    assertThat(faults(bare)).containsExactly("AssumeRole needs `RoleSessionName`");
    assertThat(faults(StsCall.of(Operation.GET_FEDERATION_TOKEN, Cast.AT)))
        .containsExactly("GetFederationToken needs `Name`");
  }
}
