package io.rolewright.analyze.who;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.parse.ReadOptions;
import io.rolewright.reason.estate.Principal;
import io.rolewright.reason.estate.Principals;
import io.rolewright.reason.estate.Reach;
import io.rolewright.reason.estate.Reached;
import io.rolewright.report.Format;
import io.rolewright.report.WhoReport;
import io.rolewright.source.SourceFile;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileEstateTest {

  private static final int ROLES = 10_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String ARN = "arn:aws:iam::111111111111:role/r";

  @Test
  void a_ring_of_ten_thousand_roles_is_walked_once_around() {
    Principals ring = Principals.of(roles(i -> ARN + (i + 1) % ROLES));
    Reach.Result result =
        Assertions.assertTimeoutPreemptively(LIMIT, () -> Reach.assuming(ring, ring.all().get(0)));
    assertThat(result.missing()).isEmpty();
    assertThat(result.reached()).hasSize(ROLES - 1);
    Reached last = result.reached().get(ROLES - 2);
    assertThat(last.principal().name()).isEqualTo("r" + (ROLES - 1));
    assertThat(last.steps()).isEqualTo(ROLES - 1);
    assertThatCode(() -> reported(ring.all().get(0), result)).doesNotThrowAnyException();
  }

  @Test
  void of_ten_thousand_roles_open_to_everybody_each_is_one_step_away() {
    Principals open = Principals.of(roles(i -> "*"));
    Reach.Result result =
        Assertions.assertTimeoutPreemptively(LIMIT, () -> Reach.assuming(open, open.all().get(0)));
    assertThat(result.reached()).hasSize(ROLES - 1).allMatch(Reached::isDirect);
  }

  @Test
  void users_who_are_denied_everything_cost_nothing() {
    List<Principal> all = new ArrayList<>(roles(i -> "*"));
    all.addAll(denied());
    Principals open = Principals.of(all);
    Reach.Result result =
        Assertions.assertTimeoutPreemptively(LIMIT, () -> Reach.assuming(open, all.get(0)));
    assertThat(result.missing()).isEmpty();
    assertThat(result.reached()).hasSize(ROLES - 1).allMatch(way -> way.principal().isRole());
  }

  private static List<Principal> denied() {
    String users =
        IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    """
                    {"UserName": "u%d", "Arn": "arn:aws:iam::111111111111:user/u%d",
                     "UserPolicyList": [{"PolicyName": "d", "PolicyDocument": {
                       "Version": "2012-10-17", "Statement": [
                         {"Effect": "Deny", "Action": "*", "Resource": "*"}]}}]}"""
                        .formatted(i, i))
            .collect(Collectors.joining(",\n"));
    SourceFile file = SourceFile.of("users.json", "{\"UserDetailList\": [" + users + "]}");
    return EstateReader.principals(new Inputs(ReadOptions.DEFAULT).read(file, true));
  }

  private static void reported(Principal role, Reach.Result result) throws Exception {
    WhoRun run =
        new WhoRun(
            new WhoQuestion(
                Optional.of(role.name()),
                Optional.empty(),
                java.nio.file.Path.of("x"),
                Optional.empty()),
            List.of(
                new WhoRun.OfRole(
                    role,
                    io.rolewright.reason.estate.Entrants.of(
                        role.trust().orElseThrow(), role.arn(), role.account()),
                    result)),
            Optional.empty(),
            ROLES,
            List.of());
    for (Format format : List.of(Format.TEXT, Format.JSON)) {
      StringWriter out = new StringWriter();
      WhoReport.in(format, new WhoReport.Options("test", false)).write(run, out);
      assertThat(out.toString().length()).isLessThan(ROLES * 1_200);
    }
  }

  private static List<Principal> roles(IntFunction<String> trusted) {
    String roles =
        IntStream.range(0, ROLES)
            .mapToObj(i -> role(i, trusted.apply(i)))
            .collect(Collectors.joining(",\n"));
    SourceFile file = SourceFile.of("ring.json", "{\"RoleDetailList\": [" + roles + "]}");
    return EstateReader.principals(new Inputs(ReadOptions.DEFAULT).read(file, true));
  }

  private static String role(int i, String trusted) {
    return """
        {"RoleName": "r%d", "Arn": "%s%d", "RolePolicyList": [], "AttachedManagedPolicies": [],
         "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
           {"Effect": "Allow", "Principal": {"AWS": "%s"}, "Action": "sts:AssumeRole"}]}}"""
        .formatted(i, ARN, i, trusted);
  }
}
