package io.rolewright.reason.estate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.analyze.who.RandomEstate;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.parse.ReadOptions;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.TrustPolicies;
import io.rolewright.source.SourceFile;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A caller is among the entrants exactly if the simulator lets him in. */
class EntrantsAgainstSimulatorTest {

  private static final Map<String, String> ADDRESSES =
      Map.of("10.0.0.1", "167772161", "198.51.100.1", "3325256705");

  private final Random random = new Random(7);

  @Test
  void random_callers_get_in_exactly_if_an_entrant_covers_them() {
    int in = 0;
    int asked = 0;
    for (int seed = 1000; seed < 1150; seed++) {
      for (Role role : roles(seed)) {
        String account = role.account().orElseThrow();
        String arn = "arn:aws:iam::" + account + ":role/" + role.name().shown();
        PolicyDocument trust = role.trust().orElseThrow();
        List<EntrantDraft> drafts = Entrants.drafts(trust, arn, account);
        for (int i = 0; i < 40; i++) {
          Asked one = new Asked(random, arn);
          boolean covered = drafts.stream().anyMatch(draft -> covers(draft, one));
          boolean allowed = TrustPolicies.decide(trust, one.request, account).isAllowed();
          assertThat(covered).as("seed %d, %s: %s", seed, arn, one.request).isEqualTo(allowed);
          in += allowed ? 1 : 0;
          asked++;
        }
      }
    }
    assertThat(in).isBetween(asked / 20, asked * 19 / 20);
  }

  private static boolean covers(EntrantDraft draft, Asked asked) {
    return draft.kind() == asked.request.principal().kind()
        && draft.tests().stream().allMatch(test -> test.holds(asked.assignment));
  }

  private static List<Role> roles(int seed) {
    SourceFile file = SourceFile.of("export.json", new RandomEstate(seed).export());
    return new Inputs(ReadOptions.DEFAULT).read(file, true).roles();
  }

  /** One request, told to both judges. */
  private static final class Asked {

    private final Random random;
    private final Request request;
    private Assignment assignment = Assignment.nothing();
    private Context context = Context.EMPTY;

    Asked(Random random, String role) {
      this.random = random;
      boolean user = random.nextBoolean();
      String account = pick("111111111111", "222222222222", "333333333333");
      String name = user ? pick("dana", "kim") : pick("r1", "r2", "team/r5");
      String session = pick("s1", "s2");
      Caller caller =
          user ? Caller.user(account, name) : Caller.roleSession(account, name, session);
      caller(caller, account, name, session);
      key("aws:MultiFactorAuthPresent", user ? pick("", "true", "false") : pick("", "false"));
      key("sts:ExternalId", pick("", "x1", "x2", "y"));
      key("aws:PrincipalOrgID", pick("", "o-1", "o-2"));
      key("aws:PrincipalTag/team", pick("", "red", "blue"));
      key("aws:ResourceTag/team", pick("", "red", "blue"));
      address(pick("", "10.0.0.1", "198.51.100.1"));
      this.request = new Request(caller, "sts:AssumeRole", role, context);
    }

    private void caller(Caller caller, String account, String name, String session) {
      boolean user = caller.kind() == Caller.Kind.USER;
      assignment = assignment.with(Callers.ACCOUNT, account).with(Callers.NAME, name);
      String arn = user ? caller.arn().orElseThrow() : caller.roleArn().orElseThrow();
      context = context.with("aws:PrincipalArn", arn).with("aws:PrincipalAccount", account);
      if (user) {
        assignment = assignment.with(Callers.PATH, "").with(Callers.USERNAME, name);
        context = context.with("aws:username", name);
      } else {
        assignment = assignment.with(Callers.SESSION, session);
      }
    }

    private void key(String key, String value) {
      if (!value.isEmpty()) {
        context = context.with(key, value);
        assignment = assignment.with(Field.text(key.toLowerCase(java.util.Locale.ROOT)), value);
      }
    }

    private void address(String value) {
      Optional.ofNullable(ADDRESSES.get(value))
          .ifPresent(
              number -> {
                context = context.with("aws:SourceIp", value);
                assignment = assignment.with(Field.line("aws:sourceip"), new BigDecimal(number));
              });
    }

    private String pick(String... of) {
      return of[random.nextInt(of.length)];
    }
  }
}
