package io.rolewright.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures whole processes from outside, each started anew: wall time, and the processor time of
 * user and system together, as the operating system counts it. One run that is not counted comes
 * first. Needs a POSIX shell.
 *
 * <p>Arguments: how many runs, and the command with its arguments.
 */
public final class ColdStart {

  private static final double NANOS = 1e9;

  private static final int SECONDS_OF_A_MINUTE = 60;

  /** In seconds. */
  private record Run(double wall, double cpu) {}

  private ColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> command = List.of(args).subList(1, args.length);
    run(command);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      runs.add(run(command));
    }
    print("wall", runs.stream().mapToDouble(Run::wall).sorted().toArray());
    print("CPU", runs.stream().mapToDouble(Run::cpu).sorted().toArray());
  }

  private static Run run(List<String> command) throws IOException, InterruptedException {
    List<String> timed =
        new ArrayList<>(List.of("sh", "-c", "\"$@\" >/dev/null 2>&1; times", "sh"));
    timed.addAll(command);
    long before = System.nanoTime();
    Process process = new ProcessBuilder(timed).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    double wall = (System.nanoTime() - before) / NANOS;
    String[] lines = told.strip().split("\n");
    String ofChildren = lines[lines.length - 1];
    return new Run(
        wall, Arrays.stream(ofChildren.strip().split(" +")).mapToDouble(ColdStart::seconds).sum());
  }

  /** Of a time as POSIX has it: {@code 0m0.42s}. */
  private static double seconds(String time) {
    int minutes = time.indexOf('m');
    return Integer.parseInt(time.substring(0, minutes)) * SECONDS_OF_A_MINUTE
        + Double.parseDouble(time.substring(minutes + 1, time.length() - 1));
  }

  private static void print(String what, double[] sorted) {
    System.out.printf(
        Locale.ROOT,
        "%-4s min %.2f s, median %.2f s, max %.2f s%n",
        what,
        sorted[0],
        sorted[sorted.length / 2],
        sorted[sorted.length - 1]);
  }
}
