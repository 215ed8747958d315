package io.rolewright.simulate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Decisions per second: a role session of another account on a role's trust policy, with the same
 * number of statements in trust policy, identity policy, session policy, boundary and SCP. The last
 * statement of each allows, so that all are looked at.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {

  private static final String OTHERS =
      """
      {"Effect": "Allow", %2$s "Action": ["s3:Get*", "sts:TagSession"],
       "Resource": "arn:aws:s3:::bucket-%1$d/${aws:PrincipalTag/team}/*",
       "Condition": {"StringLike": {"aws:PrincipalTag/team": ["red-%1$d*", "green-%1$d"]}}}""";

  private static final String LAST =
      """
      {"Effect": "Allow", %s "Action": "sts:Assume*", "Resource": "arn:aws:iam::*:role/*",
       "Condition": {
         "StringEquals": {"sts:ExternalId": "partner-7", "aws:PrincipalTag/team": ["a", "blue"]},
         "Bool": {"aws:MultiFactorAuthPresent": "true"}}}""";

  private static final String OTHER_ROLE =
      "\"Principal\": {\"AWS\": \"arn:aws:iam::222222222222:role/other\"},";
  private static final String THIS_ROLE =
      "\"Principal\": {\"AWS\": \"arn:aws:iam::222222222222:role/ci/Deploy\"},";

  @Param({"10", "100", "1000"})
  public int statements;

  private Authorization authorization;
  private Request request;

  /** Reads and prepares the policies, which is not measured. */
  @Setup
  public void prepare() {
    NamedPolicy own = new NamedPolicy("own", policy("", "", PolicyKind.IDENTITY));
    NamedPolicy trust = new NamedPolicy("trust", policy(OTHER_ROLE, THIS_ROLE, PolicyKind.TRUST));
    PoliciesInForce policies =
        PoliciesInForce.NONE
            .withIdentity(List.of(own))
            .withBoundary(Optional.of(own))
            .withSession(Optional.of(List.of(own)))
            .withOrganisation(Optional.of(List.of(List.of(own))), Optional.empty())
            .withResource(Optional.of(trust))
            .withMandatory(true);
    authorization = Authorization.of(policies, Assumptions.DEFAULT);
    request =
        new Request(
            Caller.roleSession("222222222222", "ci/Deploy", "run-1"),
            "sts:AssumeRole",
            "arn:aws:iam::111111111111:role/team/Target",
            Context.of(
                Map.of(
                    "sts:ExternalId", List.of("partner-7"),
                    "aws:PrincipalTag/team", List.of("blue"),
                    "aws:MultiFactorAuthPresent", List.of("true"))));
    if (authorization.decide(request).reason() != ReasonCode.ALLOW_BOTH_SIDES) {
      throw new IllegalStateException("the benchmark measures something else than it says");
    }
  }

  private PolicyDocument policy(String others, String last, PolicyKind kind) {
    StringJoiner list = new StringJoiner(",\n", "[", "]");
    for (int i = 1; i < statements; i++) {
      list.add(String.format(OTHERS, i, others));
    }
    list.add(String.format(LAST, last));
    String text = "{\"Version\": \"2012-10-17\", \"Statement\": " + list + "}";
    SourceFile file = SourceFile.of("policy.json", text);
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
  }

  @Benchmark
  public Decision decide() {
    return authorization.decide(request);
  }

  @Benchmark
  public Decision explain() {
    return authorization.explain(request);
  }
}
