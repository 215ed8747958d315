package io.rolewright.rule.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AbilitiesTest {

  private static final String ACCOUNT = "111122223333";
  private static final List<String> ACTIONS =
      List.of("iam:PassRole", "iam:PutRolePolicy", "iam:CreateRole", "s3:GetObject", "zz:Some");
  private static final List<String> PATTERNS =
      List.of("*", "iam:*", "iam:P*", "*:Put*", "iam:PassRole", "iam:CreateRole", "s3:Get?bject");
  private static final List<String> RESOURCES =
      List.of(
          "*",
          "arn:aws:iam::*:role/*",
          "arn:aws:iam::111122223333:role/app-*",
          "arn:aws:iam::111122223333:role/app-one",
          "arn:aws:iam::*:role/${aws:PrincipalTag/team}-*",
          "arn:aws:s3:::bucket/*");
  private static final List<String> CONDITIONS =
      List.of(
          "",
          "",
          "",
          "'StringEquals': {'iam:PassedToService': 'ec2.amazonaws.com'}",
          "'StringNotEquals': {'iam:PassedToService': 'ec2.amazonaws.com'}",
          "'StringLikeIfExists': {'iam:PassedToService': '*.amazonaws.com'}",
          "'Bool': {'aws:MultiFactorAuthPresent': 'true'}",
          "'StringEquals': {'aws:PrincipalTag/team': 'blue'}",
          "'StringNotEquals': {'aws:PrincipalTag/team': 'blue'}",
          "'Null': {'iam:PermissionsBoundary': 'true'}",
          "'IpAddress': {'aws:SourceIp': '10.0.0.0/8'}");
  private static final List<String> ROLES = List.of("app-one", "app-two", "other", "blue-x");

  private static PolicyDocument policy(PolicyKind kind, List<String> statements) {
    String text = "{'Version': '2012-10-17', 'Statement': [" + String.join(",", statements) + "]}";
    SourceFile file = SourceFile.of("policy.json", text.replace('\'', '"'));
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
  }

  private static Attachment attached(PolicyDocument document) {
    Text name = Text.literal(document.origin(), "inline");
    return new Attachment(document.origin(), name, false, Optional.of(document));
  }

  private static Role role(List<String> identity, Optional<List<String>> boundary) {
    PolicyDocument policy = policy(PolicyKind.IDENTITY, identity);
    PolicyDocument trust =
        policy(
            PolicyKind.TRUST,
            List.of(
                "{'Effect': 'Allow', 'Principal': {'Service': 'ec2.amazonaws.com'},"
                    + " 'Action': 'sts:AssumeRole'}"));
    return new Role(
        policy.origin(),
        Text.literal(policy.origin(), "worker"),
        Optional.of(ACCOUNT),
        Optional.of("/team/"),
        Optional.of(trust),
        List.of(attached(policy)),
        true,
        boundary.map(limit -> attached(policy(PolicyKind.BOUNDARY, limit))),
        Optional.empty(),
        Map.of("team", "blue"),
        "");
  }

  private static String statement(Random random) {
    return "{'Effect': '%s', '%s': '%s', '%s': '%s', 'Condition': {%s}}"
        .formatted(
            random.nextInt(4) == 0 ? "Deny" : "Allow",
            random.nextInt(6) == 0 ? "NotAction" : "Action",
            pick(PATTERNS, random),
            random.nextInt(8) == 0 ? "NotResource" : "Resource",
            pick(RESOURCES, random),
            pick(CONDITIONS, random));
  }

  private static List<String> statements(Random random) {
    List<String> statements = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      statements.add(statement(random));
    }
    return statements;
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static Targets targets(Bearer bearer, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> bearer.fresh("role/*");
      case 1 -> bearer.any("role/app-*");
      case 2 -> Targets.only("arn:aws:s3:::bucket/key");
      default -> bearer.any("role/*").but(List.of(bearer.iam("role/app-one")));
    };
  }

  private static Ask ask(Bearer bearer, Random random) {
    Ask ask = Ask.of(pick(ACTIONS, random), targets(bearer, random));
    boolean passing = ask.action().equals("iam:PassRole");
    return switch (random.nextInt(4)) {
      case 0 -> passing ? ask.with(Given.is("iam:PassedToService", "ec2.amazonaws.com")) : ask;
      case 1 -> ask.with(Given.absent("iam:PermissionsBoundary"));
      default -> ask;
    };
  }

  @Test
  void whatever_a_holder_can_do_the_simulator_allows_and_nothing_else() {
    Random random = new Random(20261123);
    int able = 0;
    int unable = 0;
    for (int i = 0; i < 3_000; i++) {
      boolean limited = random.nextInt(3) == 0;
      List<String> limit = limited ? statements(random) : List.of();
      List<String> held = statements(random);
      Role role = role(held, limited ? Optional.of(limit) : Optional.empty());
      String shown = held + " within " + limit;
      Abilities abilities = Abilities.of(role);
      Authorization judge = Authorization.of(abilities.inForce(), Assumptions.DEFAULT);
      Ask ask = ask(abilities.bearer(), random);
      Ability ability = abilities.can(ask);
      assertThat(ability.undecided()).as(shown).isEmpty();
      if (ability.able().isPresent()) {
        able++;
        assertAllowed(judge, ask, ability.able().get());
      } else {
        unable++;
        assertRefused(judge, ask, abilities.bearer(), shown);
      }
    }
    assertThat(able).isGreaterThan(300);
    assertThat(unable).isGreaterThan(300);
  }

  private static void assertAllowed(Authorization judge, Ask ask, Ability.Able able) {
    Decision decision = judge.decide(able.request());
    assertThat(decision.isAllowed() && decision.certain()).isTrue();
    assertThat(able.isCertain()).isTrue();
    assertThat(able.request().action()).isEqualToIgnoringCase(ask.action());
    assertThat(decision.deciding()).contains(able.grant().statement());
  }

  /** Requests that the question is about, as far as a few values show all. */
  private static void assertRefused(Authorization judge, Ask ask, Bearer bearer, String shown) {
    List<String> resources = new ArrayList<>(ask.targets().examples());
    if (ask.targets().within().get(0).endsWith("role/*")) {
      ROLES.stream()
          .filter(name -> !name.equals("app-one"))
          .forEach(name -> resources.add(bearer.iam("role/" + name)));
    }
    for (String resource : resources) {
      for (Context context : contexts(ask)) {
        Request request = new Request(bearer.caller(), ask.action(), resource, context);
        assertThat(judge.decide(request).isAllowed())
            .as("%s for %s by %s", request, ask, shown)
            .isFalse();
      }
    }
  }

  private static List<Context> contexts(Ask ask) {
    List<Context> contexts = new ArrayList<>();
    Context own = Context.EMPTY.with("aws:PrincipalTag/team", "blue");
    for (String address : List.of("10.1.2.3", "203.0.113.1")) {
      Context from = own.with("aws:SourceIp", address);
      if (!ask.action().equals("iam:PassRole")) {
        contexts.add(from);
        continue;
      }
      contexts.add(from.with("iam:PassedToService", "ec2.amazonaws.com"));
      if (ask.given().stream().noneMatch(given -> given.isOf("iam:passedtoservice"))) {
        contexts.add(from.with("iam:PassedToService", "lambda.amazonaws.com"));
      }
    }
    return contexts;
  }
}
