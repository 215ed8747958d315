package io.rolewright.reason.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Population;
import io.rolewright.reason.property.Properties;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Questions that other analysers are known to get wrong, or to get lost in. */
class HardQuestionsTest {

  private static final Properties OWN =
      Properties.among(Population.of(PolicyKind.IDENTITY, Coherent.HOME, "aws"));
  private static final String BUCKET = "arn:aws:s3:::bucket/";

  private static Map<String, Object> statement(String effect, Object actions, Object resources) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", effect);
    statement.put("Action", actions);
    statement.put("Resource", resources);
    return statement;
  }

  private static Map<String, Object> when(
      String effect, Object actions, Object resources, Map<String, Object> condition) {
    Map<String, Object> statement = statement(effect, actions, resources);
    statement.put("Condition", condition);
    return statement;
  }

  private static Map<String, Object> test(String operator, String key, Object values) {
    return Map.of(operator, Map.of(key, values));
  }

  @SafeVarargs
  private static Judged policy(Map<String, Object>... statements) {
    return policy(List.of(statements));
  }

  private static Judged policy(List<Map<String, Object>> statements) {
    Map<String, Object> policy = Plausible.policy(new ArrayList<>(statements));
    PolicyDocument read = World.read(policy, PolicyKind.IDENTITY).document();
    return Judged.policy(read, PolicyScope.CALLER, Coherent.HOME);
  }

  private static Request news(Judged before, Judged after) {
    Outcome outcome = OWN.newAccess(before, after);
    assertThat(outcome).isInstanceOf(Outcome.Possible.class);
    Witness witness = ((Outcome.Possible) outcome).witness();
    assertThat(witness.isCertain()).isTrue();
    return witness.request();
  }

  private static void noNews(Judged before, Judged after) {
    assertThat(OWN.newAccess(before, after)).isInstanceOf(Outcome.Impossible.class);
  }

  @Test
  void patterns_with_many_stars_that_overlap_are_told_apart() {
    Judged both = policy(statement("Allow", "s3:*", BUCKET + "*a*b*c*"));
    Judged parts =
        policy(statement("Allow", "s3:*", List.of(BUCKET + "*ab*c*", BUCKET + "*a?*b*c*")));
    noNews(parts, both);
    noNews(both, parts);
    Judged fewer =
        policy(statement("Allow", "s3:*", List.of(BUCKET + "*ab*c*", BUCKET + "*a??*b*c*")));
    assertThat(news(fewer, both).resource()).matches("arn:aws:s3:::bucket/.*a.b.*c.*");
  }

  @Test
  void an_action_that_one_letter_spares_is_found() {
    String letters = "abcdefghijklmnopqrstuvwxyz0123456789";
    List<String> most = letters.substring(0, 35).chars().mapToObj(c -> "s3:" + (char) c).toList();
    Judged listed = policy(statement("Allow", most, "*"));
    Judged any = policy(statement("Allow", "s3:?", "*"));
    assertThat(news(listed, any).action()).isIn("s3:9", "s3:-");
    List<String> all = new ArrayList<>(most);
    all.add("s3:9");
    all.add("s3:-");
    noNews(policy(statement("Allow", all, "*")), any);
  }

  private static List<String> readOnly() {
    return Catalog.shipped().prefixes().stream()
        .flatMap(p -> Catalog.shipped().service(p).orElseThrow().actions().stream())
        .map(ServiceAction::id)
        .filter(id -> id.matches("[^:]+:(Get|List|Describe).*"))
        .sorted()
        .toList();
  }

  @Test
  void one_of_thousands_of_actions_is_missed() {
    List<String> all = readOnly();
    assertThat(all).hasSizeGreaterThan(5_000);
    List<String> fewer = new ArrayList<>(all);
    String gone = fewer.remove(all.size() / 2);
    Judged after = policy(statement("Allow", all, "*"));
    Judged before = policy(statement("Allow", fewer, "*"));
    assertThat(news(before, after).action()).isEqualTo(gone);
    noNews(after, before);
    noNews(policy(statement("Allow", List.of("*:Get*", "*:List*", "*:Describe*"), "*")), after);
  }

  private static List<Map<String, Object>> thousand(int without) {
    return IntStream.range(0, 1_000)
        .filter(i -> i != without)
        .mapToObj(i -> statement("Allow", "s3:Get*", BUCKET + "team-" + i + "/*"))
        .collect(Collectors.toList());
  }

  @Test
  void one_of_a_thousand_statements_is_missed() {
    Judged all = policy(thousand(-1));
    List<String> resources =
        IntStream.range(0, 1_000).mapToObj(i -> BUCKET + "team-" + i + "/*").toList();
    Judged inOne = policy(statement("Allow", "s3:Get*", resources));
    noNews(all, inOne);
    noNews(inOne, all);
    assertThat(news(policy(thousand(567)), inOne).resource()).startsWith(BUCKET + "team-567/");
  }

  @Test
  void for_all_values_holds_of_no_values() {
    Judged known =
        policy(when("Allow", "*", "*", test("ForAllValues:StringEquals", "aws:TagKeys", "team")));
    Judged some =
        policy(when("Allow", "*", "*", test("ForAnyValue:StringEquals", "aws:TagKeys", "team")));
    assertThat(news(some, known).context().has("aws:TagKeys")).isFalse();
    Map<String, Object> both = new LinkedHashMap<>();
    both.putAll(test("ForAllValues:StringEquals", "aws:TagKeys", "team"));
    both.putAll(test("Null", "aws:TagKeys", "false"));
    noNews(some, policy(when("Allow", "*", "*", both)));
    assertThat(news(policy(when("Allow", "*", "*", both)), some).context().get("aws:TagKeys"))
        .contains("team")
        .hasSizeGreaterThan(1);
  }

  @Test
  void if_exists_holds_of_what_does_not_exist() {
    Judged strict =
        policy(when("Allow", "*", "*", test("StringEquals", "aws:PrincipalOrgID", "o-corp")));
    Judged loose =
        policy(
            when("Allow", "*", "*", test("StringEqualsIfExists", "aws:PrincipalOrgID", "o-corp")));
    assertThat(news(strict, loose).context().has("aws:PrincipalOrgID")).isFalse();
    noNews(loose, strict);
  }

  @Test
  void a_shield_stops_only_what_it_names() {
    Map<String, Object> all = statement("Allow", "*", "*");
    Map<String, Object> inside = test("IpAddress", "aws:SourceIp", "10.0.0.0/8");
    Judged shielded =
        policy(all, when("Deny", "*", "*", test("NotIpAddress", "aws:SourceIp", "10.0.0.0/8")));
    Judged conditional = policy(when("Allow", "*", "*", inside));
    noNews(shielded, conditional);
    noNews(conditional, shielded);
    Judged leaky =
        policy(
            all, when("Deny", "*", "*", test("NotIpAddressIfExists", "aws:SourceIp", "0.0.0.0/1")));
    assertThat(news(conditional, leaky).context().get("aws:SourceIp").get(0))
        .doesNotStartWith("10.");
  }

  @Test
  void a_tag_in_a_resource_stands_for_itself_only() {
    String tag = "${aws:PrincipalTag/x}";
    Judged own = policy(statement("Allow", "s3:*", BUCKET + tag + "/*"));
    Judged any = policy(statement("Allow", "s3:*", BUCKET + "*"));
    noNews(any, own);
    noNews(own, policy(statement("Allow", "s3:*", BUCKET + tag + "/home/*")));
    Judged red =
        policy(
            when(
                "Allow",
                "s3:*",
                BUCKET + "red/*",
                test("StringEquals", "aws:PrincipalTag/x", "red")));
    noNews(own, red);
    Request other = news(red, own);
    String value = other.context().get("aws:PrincipalTag/x").get(0);
    assertThat(other.resource()).startsWith(BUCKET + value + "/");
    assertThat(news(own, any).resource()).startsWith(BUCKET);
    Judged shielded =
        policy(statement("Allow", "s3:*", BUCKET + "*"), statement("Deny", "s3:*", BUCKET + tag));
    assertThat(news(shielded, any).resource()).startsWith(BUCKET);
  }

  @Test
  void conditions_that_contradict_each_other_allow_nothing() {
    List<Map<String, Object>> contrary =
        List.of(
            Map.of(
                "StringEquals", Map.of("aws:PrincipalTag/x", "a"),
                "StringNotLike", Map.of("aws:PrincipalTag/x", "?")),
            Map.of(
                "NumericLessThan", Map.of("aws:MultiFactorAuthAge", "60"),
                "NumericGreaterThanEquals", Map.of("aws:MultiFactorAuthAge", "60")),
            Map.of(
                "NumericLessThan", Map.of("aws:MultiFactorAuthAge", "60"),
                "Bool", Map.of("aws:MultiFactorAuthPresent", "false")),
            Map.of(
                "IpAddress", Map.of("aws:SourceIp", "10.0.0.0/8"),
                "StringLike", Map.of("aws:SourceVpce", "*")),
            Map.of(
                "StringEquals", Map.of("aws:PrincipalType", "User"),
                "ArnLike", Map.of("aws:PrincipalArn", "arn:aws:iam::*:role/*")),
            Map.of(
                "StringEquals", Map.of("aws:PrincipalAccount", Coherent.AWAY),
                "Null", Map.of("aws:PrincipalArn", "false")),
            Map.of(
                "ForAllValues:StringEquals", Map.of("aws:TagKeys", "a"),
                "ForAnyValue:StringEquals", Map.of("aws:TagKeys", "b")));
    for (Map<String, Object> condition : contrary) {
      assertThat(OWN.possible(policy(when("Allow", "*", "*", condition))))
          .as("%s", condition)
          .isInstanceOf(Outcome.Impossible.class);
    }
  }

  @Test
  void the_arn_of_a_session_leaves_out_the_path_of_its_role() {
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("Effect", "Allow");
    named.put("Principal", Map.of("AWS", "arn:aws:sts::111111111111:assumed-role/Target/dana"));
    named.put("Action", "sts:AssumeRole");
    named.put("Condition", test("ArnEquals", "aws:PrincipalArn", Coherent.ROLE));
    Map<String, Object> policy = Plausible.policy(List.of(named));
    PolicyDocument read = World.read(policy, PolicyKind.TRUST).document();
    Outcome outcome =
        Properties.among(Population.assuming(Coherent.ROLE, Coherent.HOME, "aws"))
            .possible(Judged.policy(read, PolicyScope.TRUST, Coherent.HOME));
    assertThat(outcome).isInstanceOf(Outcome.Possible.class);
    assertThat(((Outcome.Possible) outcome).witness().request().principal().roleArn())
        .contains(Coherent.ROLE);
  }

  @Test
  void hostile_patterns_end_undecided_and_not_wrong() {
    List<String> denied = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      denied.add(BUCKET + "*" + "a?".repeat(i % 13) + "*b" + "?".repeat(i) + "*a*");
    }
    Judged hostile =
        policy(
            statement("Allow", "s3:*", BUCKET + "*a" + "?".repeat(24) + "b*"),
            statement("Allow", "s3:*", BUCKET + "*b" + "?".repeat(23) + "a*"),
            statement("Deny", "s3:*", denied));
    Judged target = policy(statement("Allow", "s3:*", BUCKET + "*a" + "?".repeat(24) + "b*a"));
    Properties brief =
        new Properties(
            Population.of(PolicyKind.IDENTITY, Coherent.HOME, "aws"),
            Means.ordinary().withSteps(50_000));
    assertThat(brief.newAccess(hostile, target)).isInstanceOf(Outcome.Undecided.class);
    long start = System.nanoTime();
    Outcome full = OWN.newAccess(hostile, target);
    Tries.report("hostile: " + full + " after " + (System.nanoTime() - start) / 1_000_000 + " ms");
    assertThat(full).isNotInstanceOf(Outcome.Impossible.class);
  }
}
