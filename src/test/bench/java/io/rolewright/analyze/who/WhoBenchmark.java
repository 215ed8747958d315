package io.rolewright.analyze.who;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.bench.LargeEstate;
import io.rolewright.model.Inventory;
import io.rolewright.parse.ReadOptions;
import io.rolewright.reason.estate.Entrants;
import io.rolewright.reason.estate.Principal;
import io.rolewright.reason.estate.Principals;
import io.rolewright.reason.estate.Reach;
import io.rolewright.source.SourceFile;
import java.util.List;
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
 * Who can assume a role of an export that was read, the index of its principals included; and the
 * same of an index that is at hand.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class WhoBenchmark {

  @Param({"200", "2000", "10000"})
  public int roles;

  private Inventory inventory;
  private Principals index;
  private Principal role;

  @Setup
  public void read() {
    SourceFile file = SourceFile.of("export.json", LargeEstate.export(roles));
    inventory = new Inputs(ReadOptions.DEFAULT).read(file, true);
    index = Principals.of(EstateReader.principals(inventory));
    role = hub(index);
  }

  private static Principal hub(Principals principals) {
    return principals.all().stream().filter(p -> p.name().equals("hub")).findFirst().orElseThrow();
  }

  @Benchmark
  public Object whoOfFile() {
    List<Principal> all = EstateReader.principals(inventory);
    Principals principals = Principals.of(all);
    return Reach.assuming(principals, hub(principals));
  }

  @Benchmark
  public Object whoOfIndex() {
    return Reach.assuming(index, role);
  }

  @Benchmark
  public Object whomTheTrustPolicyLetsIn() {
    return Entrants.of(role.trust().orElseThrow(), role.arn(), role.account());
  }
}
