package io.rolewright.reason.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Population;
import io.rolewright.reason.property.Properties;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must be so of the properties of any policies, of plausible ones. */
class PropertyLawsTest {

  private static final int POLICIES = 150 * Tries.FACTOR;
  private static final List<Requests> ASSUMING =
      Population.assuming(Coherent.ROLE, Coherent.HOME, "aws");
  private static final Properties TRUST = Properties.among(ASSUMING);
  private static final Properties OWN =
      Properties.among(Population.of(PolicyKind.IDENTITY, Coherent.HOME, "aws"));
  private static final Map<String, Object> MFA =
      Map.of("BoolIfExists", Map.of("aws:MultiFactorAuthPresent", "false"));

  private static Judged trust(PolicyDocument policy) {
    return Judged.policy(policy, PolicyScope.TRUST, Coherent.HOME);
  }

  private static Judged trust(Map<String, Object> policy) {
    return trust(World.read(policy, PolicyKind.TRUST).document());
  }

  private static Judged own(Map<String, Object> policy) {
    return Judged.policy(
        World.read(policy, PolicyKind.IDENTITY).document(), PolicyScope.CALLER, Coherent.HOME);
  }

  private static Map<String, Object> trustPolicy(int seed) {
    Plausible plausible = new Plausible(seed + 70_000L);
    return plausible.policy(plausible::trustStatement);
  }

  private static Map<String, Object> ownPolicy(int seed) {
    Plausible plausible = new Plausible(seed + 80_000L);
    return plausible.policy(plausible::identityStatement);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> statements(Map<String, Object> policy) {
    return new ArrayList<>((List<Object>) policy.get("Statement"));
  }

  private static Map<String, Object> plus(Map<String, Object> policy, Object statement) {
    List<Object> more = statements(policy);
    more.add(statement);
    return Plausible.policy(more);
  }

  private static Map<String, Object> shield(Map<String, Object> when) {
    Map<String, Object> deny = new LinkedHashMap<>();
    deny.put("Effect", "Deny");
    deny.put("Principal", "*");
    deny.put("Action", "*");
    deny.put("Condition", when);
    return deny;
  }

  private int asked;
  private int undecided;

  /** Few may be left undecided: texts that are made from others of which there are several. */
  private void holds(Outcome outcome, Object what) {
    assertThat(outcome).as("%s", what).isNotInstanceOf(Outcome.Possible.class);
    asked++;
    undecided += outcome instanceof Outcome.Undecided ? 1 : 0;
  }

  @AfterEach
  void few_are_undecided() {
    Tries.report("properties: " + undecided + " of " + asked + " undecided");
    assertThat(undecided).isLessThanOrEqualTo(asked / 25);
  }

  private static boolean isPossible(Outcome outcome) {
    return outcome instanceof Outcome.Possible;
  }

  @Test
  void statements_in_another_order_split_or_given_twice_say_the_same() {
    for (int seed = 0; seed < POLICIES; seed++) {
      Map<String, Object> policy = ownPolicy(seed);
      holds(OWN.equivalent(own(policy), own(policy)), policy);
      List<Object> shuffled = statements(policy);
      Collections.shuffle(shuffled, new Random(seed));
      holds(OWN.equivalent(own(policy), own(Plausible.policy(shuffled))), policy);
      holds(OWN.equivalent(own(policy), own(split(policy))), policy);
      Map<String, Object> trust = trustPolicy(seed);
      Map<String, Object> twice = plus(trust, statements(trust).get(0));
      PolicyDocument read = World.read(twice, PolicyKind.TRUST).document();
      List<Statement> all = read.statements();
      Statement last = all.get(all.size() - 1);
      holds(TRUST.redundant(read, last, PropertyLawsTest::trust), twice);
      holds(TRUST.equivalent(trust(trust), trust(twice)), twice);
    }
  }

  /** A statement for each action and resource of those that list them. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> split(Map<String, Object> policy) {
    List<Object> parts = new ArrayList<>();
    for (Object each : statements(policy)) {
      Map<String, Object> statement = (Map<String, Object>) each;
      for (Object action : list(statement.getOrDefault("Action", "")))
        for (Object resource : list(statement.getOrDefault("Resource", ""))) {
          Map<String, Object> part = Plausible.copy(statement);
          part.replace("Action", action);
          part.replace("Resource", resource);
          parts.add(part);
        }
    }
    return Plausible.policy(parts);
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of(value);
  }

  @Test
  void an_allow_under_a_shield_of_all_is_dead_and_so_is_a_deny_of_nothing() {
    for (int seed = 0; seed < POLICIES; seed++) {
      Map<String, Object> policy = plus(trustPolicy(seed), shield(Map.of()));
      PolicyDocument read = World.read(policy, PolicyKind.TRUST).document();
      for (Statement statement : read.statements()) {
        boolean shield = statement == read.statements().get(read.statements().size() - 1);
        Outcome dead = TRUST.deadStatement(read, statement, PropertyLawsTest::trust);
        boolean used = isPossible(TRUST.possible(trust(trustPolicy(seed))));
        assertThat(isPossible(dead)).as("%s", policy).isEqualTo(shield && used);
      }
    }
  }

  @Test
  void a_shield_more_allows_no_more_and_implication_is_transitive() {
    int chains = 0;
    for (int seed = 0; seed < POLICIES; seed++) {
      Map<String, Object> wide = trustPolicy(seed);
      Map<String, Object> middle = plus(wide, shield(MFA));
      Map<String, Object> narrow = plus(middle, new Plausible(seed).trustShieldOrAllow());
      holds(TRUST.implies(trust(middle), trust(wide)), middle);
      if (!isPossible(TRUST.implies(trust(narrow), trust(middle)))) {
        chains++;
        holds(TRUST.implies(trust(narrow), trust(wide)), narrow);
      }
      boolean more = isPossible(TRUST.implies(trust(wide), trust(middle)));
      assertThat(isPossible(TRUST.equivalent(trust(middle), trust(wide)))).isEqualTo(more);
    }
    assertThat(chains).isGreaterThan(POLICIES / 3);
  }

  @Test
  void what_a_shield_demands_is_always_required() {
    KeyTest mfa = KeyTest.oneOf("aws:MultiFactorAuthPresent", List.of("true"));
    KeyTest external = KeyTest.oneOf("sts:ExternalId", List.of("ext-7f3a9c21"));
    Map<String, Object> otherId =
        Map.of("StringNotEquals", Map.of("sts:ExternalId", "ext-7f3a9c21"));
    Properties assumptions =
        Properties.among(
            ASSUMING.stream().map(r -> r.where(e -> e.action(List.of("sts:AssumeRole")))).toList());
    int open = 0;
    for (int seed = 0; seed < POLICIES; seed++) {
      Map<String, Object> policy = trustPolicy(seed);
      holds(TRUST.alwaysRequires(trust(plus(policy, shield(MFA))), mfa), policy);
      holds(assumptions.alwaysRequires(trust(plus(policy, shield(otherId))), external), policy);
      open += compare(policy, mfa, "aws:MultiFactorAuthPresent", "true");
      open += compare(policy, external, "sts:ExternalId", "ext-7f3a9c21");
    }
    assertThat(open).isGreaterThan(POLICIES / 2);
  }

  /** Where it is required always, no request of the universe comes without. */
  private static int compare(Map<String, Object> policy, KeyTest test, String key, String value) {
    Judged judged = trust(policy);
    Outcome outcome = TRUST.alwaysRequires(judged, test);
    if (outcome instanceof Outcome.Possible possible) {
      assertThat(possible.witness().request().context().get(key)).doesNotContain(value);
      return 1;
    }
    var keys = Coherent.keys(judged.documents());
    keys.add(key.toLowerCase());
    for (Requests requests : ASSUMING) {
      Caller.Kind kind = requests.callers().kind();
      Coherent universe = new Coherent(Coherent.calls(kind), List.of(Coherent.ROLE), keys);
      for (Caller caller : Coherent.callers(kind)) {
        for (Request request : universe.requests(caller, 60, new Random(7))) {
          boolean without = !request.context().get(key).contains(value);
          assertThat(without && judged.decides().apply(request).isAllowed())
              .as("%s under %s", request, policy)
              .isFalse();
        }
      }
    }
    return 0;
  }

  @Test
  void policies_under_contrary_shields_are_disjoint() {
    Map<String, Object> secure = Map.of("Bool", Map.of("aws:SecureTransport", "true"));
    Map<String, Object> open = Map.of("Bool", Map.of("aws:SecureTransport", "false"));
    for (int seed = 0; seed < POLICIES; seed++) {
      Map<String, Object> one = plus(trustPolicy(seed), shield(secure));
      Map<String, Object> other = plus(trustPolicy(seed + POLICIES / 2), shield(open));
      holds(TRUST.disjoint(trust(one), trust(other)), one + "\n" + other);
      boolean used = isPossible(TRUST.possible(trust(one)));
      assertThat(isPossible(TRUST.disjoint(trust(one), trust(one)))).isEqualTo(used);
    }
  }
}
