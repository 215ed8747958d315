package io.rolewright.bench;

import io.rolewright.analyze.compare.Comparer;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.analyze.compare.Direction;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Measures {@code compare}: each policy of a folder that {@link Corpus} filled against changed
 * versions of itself, one pair at a time, both ways, reading included, in CPU time of the thread.
 * Arguments: the folder, and how many rounds to warm up.
 */
public final class CompareTimes {

  /**
   * Changes as pull requests make them; a policy that has nothing to change is compared as it is.
   */
  private static final List<UnaryOperator<String>> CHANGES =
      List.of(
          text -> text.replace("\"Effect\": \"Allow\"", "\"Effect\":  \"Allow\" "),
          text -> text.replaceFirst("\\[\\s*\"[a-z0-9]+:[A-Za-z]+\",", "["),
          text -> text.replaceFirst("\"([a-z0-9]+):([A-Z][a-z]+)[A-Za-z]*\"", "\"$1:$2*\""),
          text -> text.replaceFirst("123456789012", "*"),
          text -> text.replaceFirst("role/ci-", "role/ci*"),
          text -> text.replaceFirst("StringEquals", "StringEqualsIfExists"));

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private final Path directory;
  private int more;
  private int less;
  private int open;

  private CompareTimes(Path directory) {
    this.directory = directory;
  }

  public static void main(String[] args) throws IOException {
    CompareTimes times = new CompareTimes(Files.createTempDirectory("compare"));
    List<Path> policies;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      policies = files.sorted().toList();
    }
    for (int round = 0; round < Integer.parseInt(args[1]); round++) {
      times.round(policies);
    }
    times.more = times.less = times.open = 0;
    times.print(times.round(policies));
  }

  private long[] round(List<Path> policies) throws IOException {
    long[] nanos = new long[policies.size()];
    for (int i = 0; i < nanos.length; i++) {
      String text = Files.readString(policies.get(i));
      Files.writeString(directory.resolve("old.json"), text);
      Files.writeString(directory.resolve("new.json"), CHANGES.get(i % CHANGES.size()).apply(text));
      long start = THREAD.getCurrentThreadCpuTime();
      Comparison comparison =
          new Comparer(directory, Optional.empty(), Optional.empty())
              .compare(Path.of("old.json"), Path.of("new.json"));
      nanos[i] = THREAD.getCurrentThreadCpuTime() - start;
      more += comparison.has(Direction.NEWLY_ALLOWED) ? 1 : 0;
      less += comparison.has(Direction.NO_LONGER_ALLOWED) ? 1 : 0;
      open += comparison.isIncomplete() ? 1 : 0;
    }
    return nanos;
  }

  private void print(long[] nanos) {
    Arrays.sort(nanos);
    String line =
        "%d pairs: p50 %d us, p95 %d us, p99 %d us, max %d us; %d allow more, %d less, %d undecided%n"
            .formatted(
                nanos.length,
                nanos[nanos.length / 2] / 1000,
                nanos[nanos.length * 95 / 100] / 1000,
                nanos[nanos.length * 99 / 100] / 1000,
                nanos[nanos.length - 1] / 1000,
                more,
                less,
                open);
    System.out.print(line);
  }
}
