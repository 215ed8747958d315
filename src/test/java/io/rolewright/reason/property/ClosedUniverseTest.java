package io.rolewright.reason.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.solve.Proof;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.World;
import io.rolewright.simulate.law.Worlds;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * What is proved to be impossible is not done by any request of a small closed universe. A proof
 * has no witness that could be replayed, so this is what it rests on. What is found possible has
 * been replayed, which throws where the judges disagree.
 */
class ClosedUniverseTest {

  private static final int MOST_REQUESTS = 3_000;
  private static final List<String> ACTIONS =
      List.of("s3:GetObject", "s3:PutObject", "kms:Decrypt", "zz:unheard");
  private static final List<String> CALLS =
      List.of(
          "sts:AssumeRole",
          "sts:TagSession",
          "sts:AssumeRoleWithWebIdentity",
          "sts:AssumeRoleWithSAML");
  private static final List<String> RESOURCES =
      List.of(
          "arn:aws:s3:::bucket/dana/x",
          "arn:aws:s3:::bucket/blue",
          "*",
          "arn:aws:sqs:eu-west-1:111111111111:a:b");
  private static final String ROLE = "arn:aws:iam::111111111111:role/team/Target";

  /** Two versions of a policy. */
  record Pair(Map<String, Object> before, Map<String, Object> after) {}

  @Provide
  Arbitrary<Pair> named() {
    return pairs(true);
  }

  @Provide
  Arbitrary<Pair> unnamed() {
    return pairs(false);
  }

  private static Arbitrary<Pair> pairs(boolean named) {
    return Combinators.combine(Worlds.policies(named), Worlds.policies(named)).as(Pair::new);
  }

  @Property(tries = 2_000, seed = Worlds.SEED, shrinking = ShrinkingMode.BOUNDED)
  void no_request_is_newly_allowed_where_that_is_proved_of_trust_policies(
      @ForAll("named") Pair pair) {
    List<Requests> among = Population.assuming(ROLE, Universe.HOME, "aws");
    check(pair, PolicyKind.TRUST, PolicyScope.TRUST, among, CALLS, List.of(ROLE));
  }

  @Property(tries = 2_000, seed = Worlds.SEED, shrinking = ShrinkingMode.BOUNDED)
  void no_request_is_newly_allowed_where_that_is_proved_of_resource_policies(
      @ForAll("named") Pair pair) {
    List<Requests> among = Population.of(PolicyKind.RESOURCE, Universe.HOME, "aws");
    check(pair, PolicyKind.RESOURCE, PolicyScope.RESOURCE, among, ACTIONS, RESOURCES);
  }

  @Property(tries = 2_000, seed = Worlds.SEED, shrinking = ShrinkingMode.BOUNDED)
  void no_request_is_newly_allowed_where_that_is_proved_of_identity_policies(
      @ForAll("unnamed") Pair pair) {
    List<Requests> among = Population.of(PolicyKind.IDENTITY, Universe.HOME, "aws");
    check(pair, PolicyKind.IDENTITY, PolicyScope.CALLER, among, ACTIONS, RESOURCES);
  }

  private static void check(
      Pair pair,
      PolicyKind kind,
      PolicyScope scope,
      List<Requests> among,
      List<String> actions,
      List<String> resources) {
    PolicyDocument before = World.read(pair.before(), kind).document();
    PolicyDocument after = World.read(pair.after(), kind).document();
    Judged old = Judged.policy(before, scope, Universe.HOME);
    Judged now = Judged.policy(after, scope, Universe.HOME);
    Outcome outcome = Properties.among(among).newAccess(old, now);
    Statistics.label("outcome").collect(outcome.getClass().getSimpleName());
    if (!(outcome instanceof Outcome.Impossible impossible)) {
      return;
    }
    for (Proof proof : impossible.proofs()) {
      assertThat(proof.isComplete(SearchBudget.ordinary())).isTrue();
    }
    Set<String> keys = keys(List.of(before, after));
    for (Caller caller : Universe.callers(kinds(among))) {
      if (scope == PolicyScope.CALLER && !caller.account().equals(Optional.of(Universe.HOME))) {
        continue;
      }
      List<Request> requests = Universe.requests(caller, actions, resources, keys);
      int step = 1 + requests.size() / MOST_REQUESTS;
      for (int i = 0; i < requests.size(); i += step) {
        Request request = requests.get(i);
        boolean news =
            now.decides().apply(request).isAllowed() && !old.decides().apply(request).isAllowed();
        assertThat(news && isMade(request)).as("%s under %s", request, pair).isFalse();
      }
    }
  }

  /** Callers with a token make other calls than those with credentials. */
  private static boolean isMade(Request request) {
    boolean web = request.action().equals("sts:AssumeRoleWithWebIdentity");
    boolean saml = request.action().equals("sts:AssumeRoleWithSAML");
    boolean role = request.action().equals("sts:AssumeRole");
    return switch (request.principal().kind()) {
      case WEB_IDENTITY -> !saml && !role;
      case SAML -> !web && !role;
      default -> !web && !saml;
    };
  }

  private static Set<Caller.Kind> kinds(List<Requests> among) {
    return among.stream().map(r -> r.callers().kind()).collect(Collectors.toSet());
  }

  private static Set<String> keys(List<PolicyDocument> policies) {
    Set<String> keys = new TreeSet<>();
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        statement.conditions().forEach(condition -> add(condition, keys));
        statement.resource().patterns().forEach(text -> addVariables(text, keys));
      }
    }
    return keys;
  }

  private static void add(Condition condition, Set<String> keys) {
    keys.add(condition.keyName());
    condition.values().forEach(text -> addVariables(text, keys));
  }

  private static void addVariables(Text text, Set<String> keys) {
    for (TextPart.Variable variable : text.variables()) {
      if (!variable.key().contains("none")) {
        keys.add(variable.key().toLowerCase(Locale.ROOT));
      }
    }
  }
}
