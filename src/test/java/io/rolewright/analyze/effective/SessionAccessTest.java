package io.rolewright.analyze.effective;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Statement;
import io.rolewright.reason.access.Access;
import io.rolewright.reason.encode.AskedOf;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.World;
import io.rolewright.simulate.law.Worlds;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Mfa;
import io.rolewright.simulate.sts.ResourceRequest;
import io.rolewright.simulate.sts.Session;
import io.rolewright.simulate.sts.SessionFacts;
import io.rolewright.simulate.sts.Sts;
import io.rolewright.simulate.sts.Surroundings;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import io.rolewright.source.SourceFile;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** A request of a session is in a line if and only if STS and the policies let it through. */
class SessionAccessTest {

  private static final String HOME = "111111111111";
  private static final Instant NOW = Instant.parse("2024-01-01T00:00:00Z");
  private static final AtomicInteger REQUESTS = new AtomicInteger();
  private static final AtomicInteger ALLOWED = new AtomicInteger();

  private static final List<String> ACTIONS =
      List.of(
          "s3:GetObject",
          "s3:PutObject",
          "kms:Decrypt",
          "iam:PassRole",
          "sts:AssumeRole",
          "sts:TagSession",
          "sts:GetFederationToken",
          "sts:DecodeAuthorizationMessage");
  private static final List<String> RESOURCES =
      List.of("arn:aws:s3:::bucket/dana/x", "arn:aws:s3:::bucket/blue", "*");

  /** How the session was got. */
  enum Way {
    ROLE,
    FEDERATION,
    SESSION_TOKEN,
    SESSION_TOKEN_WITH_MFA
  }

  /** Policies, a session under them, and what requests bring with them. */
  record Trial(World world, Way way, boolean tagged, List<Map<String, Object>> contexts) {}

  @Provide
  Arbitrary<Trial> trials() {
    return Combinators.combine(
            Worlds.worlds(),
            Arbitraries.of(Way.class),
            Arbitraries.of(true, false),
            Worlds.context().list().ofSize(5))
        .as(Trial::new);
  }

  @AfterContainer
  static void enough_was_judged() {
    assertThat(REQUESTS.get()).isGreaterThan(5_000);
    assertThat(ALLOWED.get()).isGreaterThan(500);
  }

  @Property(tries = 250, seed = Worlds.SEED, shrinking = ShrinkingMode.BOUNDED)
  void lines_are_what_the_session_can_do(@ForAll("trials") Trial trial) {
    PoliciesInForce policies = trial.world().inForce();
    Credentials credentials = credentials(trial, policies);
    Surroundings surroundings =
        new Surroundings(
            Map.of(HOME, facts(trial, policies)), NOW, Context.EMPTY, Optional.empty());
    SessionFacts facts = SessionFacts.of(credentials, surroundings);
    Session session =
        new Session(
            credentials,
            credentials.caller().arn().orElseThrow(),
            3600,
            NOW.plusSeconds(3600),
            "",
            List.of());
    SessionAccess access = new SessionAccess(facts, session, HOME, Means.ordinary());
    assertThat(access.hasNoRequests()).isFalse();
    if (!access.access().unknowns().isEmpty()) {
      return; // what cannot be said exactly is told under symbols, of which a request says nothing
    }
    access.can(); // judges a request of each line
    access.taken();
    judge(trial, access, facts, new Sts(surroundings, Assumptions.DEFAULT));
  }

  private static AccountFacts facts(Trial trial, PoliciesInForce policies) {
    Optional<String> organization = trial.tagged() ? Optional.of("o-example") : Optional.empty();
    return new AccountFacts(
        organization, Optional.empty(), false, policies.scps(), policies.rcps());
  }

  private static Credentials credentials(Trial trial, PoliciesInForce policies) {
    boolean role = trial.way() == Way.ROLE;
    boolean federation = trial.way() == Way.FEDERATION;
    Caller user = Caller.user(HOME, "dana");
    Caller caller =
        role
            ? Caller.roleSession(HOME, "team/Target", "dana")
            : federation ? federated(user) : user;
    return new Credentials(
        role
            ? Credentials.Kind.ROLE
            : federation ? Credentials.Kind.FEDERATION : Credentials.Kind.SESSION_TOKEN,
        caller,
        Optional.of(role ? "AROAEXAMPLE:dana" : federation ? HOME + ":fred" : "AIDAEXAMPLE"),
        trial.way() == Way.SESSION_TOKEN_WITH_MFA ? Mfa.ago(9) : Mfa.FALSE,
        trial.tagged() ? Map.of("Team", "blue") : Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.of(NOW),
        Context.EMPTY,
        policies.identity(),
        policies.boundary(),
        role || federation ? policies.session() : Optional.empty(),
        false);
  }

  private static Caller federated(Caller user) {
    return new Caller(
        Caller.Kind.FEDERATED_USER,
        Optional.of("arn:aws:sts::" + HOME + ":federated-user/fred"),
        Optional.empty(),
        user.arn(),
        Optional.of(HOME),
        Optional.empty());
  }

  private static void judge(Trial trial, SessionAccess access, SessionFacts facts, Sts sts) {
    Access<Statement> allowed = access.access().allowed();
    Access<Statement> taken =
        facts
            .withoutSessionPolicy()
            .map(access.access()::takenBy)
            .orElse(new Access<>(List.of(), Optional.empty()));
    AskedOf asked = new AskedOf(access.access().encoding(), access.access().domains());
    for (Map<String, Object> context : trial.contexts()) {
      for (String action : ACTIONS) {
        for (String resource : RESOURCES) {
          Context keys = trial.world().with(context).request().context();
          Caller caller = facts.credentials().caller();
          Optional<Assignment> said = asked.said(new Request(caller, action, resource, keys));
          said.ifPresent(given -> judge(given, allowed, taken, access, facts, sts));
        }
      }
    }
  }

  private static void judge(
      Assignment said,
      Access<Statement> allowed,
      Access<Statement> taken,
      SessionAccess access,
      SessionFacts facts,
      Sts sts) {
    Request request = access.access().encoding().request(said);
    Context open = Context.EMPTY;
    for (Map.Entry<String, List<String>> key : request.context().asMap().entrySet()) {
      String name = key.getKey().toLowerCase(Locale.ROOT);
      boolean carried = facts.knows(name) || name.equals("aws:principalarn");
      open = carried ? open : open.with(key.getKey(), key.getValue());
    }
    ResourceRequest asked =
        new ResourceRequest(
            SourceFile.unread("test").whole(),
            request.action(),
            request.resource(),
            Optional.of(HOME),
            Optional.empty(),
            open);
    boolean can = sts.authorize(facts.credentials(), asked).decision().isAllowed();
    REQUESTS.incrementAndGet();
    if (can) {
      ALLOWED.incrementAndGet();
    }
    if (allowed.isComplete()) {
      assertThat(allowed.holds(said)).as("%s in %s", request, allowed.lines()).isEqualTo(can);
    }
    boolean inPart = Part.all(allowed.lines()).stream().anyMatch(p -> p.line().holds(said));
    assertThat(inPart).as("%s in parts of lines", request).isEqualTo(allowed.holds(said));
    assertThat(can && taken.holds(said)).as("%s was taken away", request).isFalse();
  }
}
