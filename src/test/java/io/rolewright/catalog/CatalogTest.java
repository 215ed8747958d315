package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

  private final Catalog catalog = Catalog.shipped();

  private List<ServiceAction> matching(String pattern) {
    return catalog.matching(ActionPattern.of(pattern).orElseThrow());
  }

  @Test
  void the_header_names_the_data_and_its_day() {
    assertThat(catalog.version()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(catalog.date()).isBetween(LocalDate.of(2026, 9, 26), LocalDate.of(2040, 1, 1));
  }

  @Test
  void it_knows_the_whole_of_aws() {
    assertThat(catalog.prefixes()).hasSizeGreaterThanOrEqualTo(450).isSorted();
    assertThat(matching("*")).hasSizeGreaterThanOrEqualTo(22_000);
    assertThat(catalog.globalConditionKeys()).hasSizeGreaterThanOrEqualTo(55);
  }

  @Test
  void every_block_can_be_read_and_is_sorted() {
    for (String prefix : catalog.prefixes()) {
      Service service = catalog.service(prefix).orElseThrow();
      assertThat(service.name()).as(prefix).isNotBlank();
      assertThat(service.actions()).extracting(ServiceAction::name).as(prefix).isSorted();
      assertThat(service.actions()).extracting(a -> a.name().toLowerCase()).doesNotHaveDuplicates();
    }
  }

  @Test
  void services_and_actions_are_found_in_any_case() {
    assertThat(catalog.hasService("S3")).isTrue();
    assertThat(catalog.hasService("")).isFalse();
    assertThat(catalog.service("S3")).containsSame(catalog.service("s3").orElseThrow());
    assertThat(catalog.action("S3:GETOBJECT").map(ServiceAction::id)).contains("s3:GetObject");
    assertThat(catalog.action("s3:Get*")).isEmpty();
    assertThat(catalog.action("GetObject")).isEmpty();
  }

  @Test
  void an_action_has_its_level_its_resources_and_their_keys() {
    ServiceAction action = catalog.action("s3:GetObject").orElseThrow();
    assertThat(action.level()).isEqualTo(AccessLevel.READ);
    assertThat(action.targets()).extracting(t -> t.type().name()).contains("object");
    assertThat(action.targets())
        .extracting(t -> t.type().arn())
        .contains("arn:${Partition}:s3:::${BucketName}/${ObjectName}");
    assertThat(action.conditionKeys()).contains("s3:ExistingObjectTag/${key}");
    assertThat(catalog.action("s3:ListAllMyBuckets").orElseThrow().targets()).isEmpty();
    assertThat(catalog.action("iam:PassRole").orElseThrow().allConditionKeys())
        .contains("iam:PassedToService");
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, s3:GetObject",
    "s3:GETOBJ?CT, s3:GetObject",
    "s3:*BucketPolicyStatus, s3:GetBucketPolicyStatus",
    "sts:*Root, sts:AssumeRoot",
    "st?:AssumeRoo*, sts:AssumeRoot",
  })
  void a_pattern_lists_its_actions(String pattern, String only) {
    assertThat(matching(pattern)).extracting(ServiceAction::id).containsExactly(only);
  }

  @Test
  void a_pattern_over_all_services_lists_actions_of_many() {
    List<ServiceAction> found = matching("*:Describe*");
    assertThat(found).allMatch(a -> a.name().startsWith("Describe"));
    assertThat(found.stream().map(ServiceAction::service).distinct().count()).isGreaterThan(150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:Gat*", "nosuch:*", "s3:?", "*:NoSuchThing"})
  void a_pattern_may_match_nothing(String pattern) {
    assertThat(matching(pattern)).isEmpty();
    assertThat(catalog.matchesAny(ActionPattern.of(pattern).orElseThrow())).isFalse();
  }

  @Test
  void matching_anything_stops_at_the_first() {
    assertThat(catalog.matchesAny(ActionPattern.of("*").orElseThrow())).isTrue();
    assertThat(catalog.matchesAny(ActionPattern.of("s3:Put*").orElseThrow())).isTrue();
  }

  @Test
  void several_patterns_of_a_service_count_each_action_once() {
    Service s3 = catalog.service("s3").orElseThrow();
    List<ActionPattern> patterns =
        List.of("s3:Get*", "s3:G*", "ec2:*", "s3:Put*").stream()
            .map(p -> ActionPattern.of(p).orElseThrow())
            .toList();
    assertThat(s3.matching(patterns))
        .doesNotHaveDuplicates()
        .hasSize(matching("s3:Get*").size() + matching("s3:Put*").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3", "s3:", ":GetObject", "**"})
  void what_is_no_action_pattern_is_refused(String written) {
    assertThat(ActionPattern.of(written)).isEmpty();
  }

  @Test
  void a_pattern_knows_how_wide_it_is() {
    assertThat(ActionPattern.of("s3:GetObject").orElseThrow().isLiteral()).isTrue();
    assertThat(ActionPattern.of("s3:Get*").orElseThrow().isLiteral()).isFalse();
    assertThat(ActionPattern.of("s3:**").orElseThrow().coversAllNames()).isTrue();
    assertThat(ActionPattern.of("*").orElseThrow().coversManyServices()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObjct, s3:GetObject",
    "S3:getobjectt, s3:GetObject",
    "sts:AsumeRole, sts:AssumeRole",
    "s4:GetObject, s3:GetObject",
    "s3:ListObjects, s3:ListBucket",
    "lambda:Invoke, lambda:InvokeFunction",
  })
  void an_unknown_action_brings_the_likeliest_first(String written, String meant) {
    assertThat(catalog.action(written)).isEmpty();
    assertThat(catalog.suggestActions(written)).startsWith(meant);
  }

  @Test
  void what_resembles_nothing_brings_no_suggestion() {
    assertThat(catalog.suggestActions("s3:Xyzzyxyzzyxyzzy")).isEmpty();
    assertThat(catalog.suggestActions("no colon")).isEmpty();
    assertThat(catalog.suggestServices("zzzzzzzzzzzzzz")).isEmpty();
    assertThat(catalog.suggestServices("dynamdb")).startsWith("dynamodb");
  }

  @Test
  void it_answers_many_threads_alike() {
    List<Service> found =
        IntStream.range(0, 64)
            .parallel()
            .mapToObj(i -> catalog.service("dynamodb").orElseThrow())
            .toList();
    assertThat(found).allMatch(s -> s == found.get(0));
  }
}
