package io.rolewright.reason.z3;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Z3 in a process of its own. That is started by the first question, answers one question at a
 * time, and is replaced if it crashes or has to be killed; the next question then finds a new one.
 * The same question gets the same answer: effort is counted by Z3 itself, seeds are fixed, each
 * question begins anew. Only what does not answer at all is ended by the clock.
 *
 * <p>For any number of threads, which wait for each other.
 */
public final class Z3 implements AutoCloseable {

  static final String PRELUDE = "(set-option :smt.random_seed 0)(set-option :sat.random_seed 0)";

  /**
   * How much a question may take.
   *
   * @param effort Z3's own count of its steps; some millions are a second
   * @param deadline after which Z3 is to give up; a little later the process is killed
   */
  public record Limits(long effort, Duration deadline) {

    private static final Duration GRACE = Duration.ofSeconds(2);

    /** A few seconds; killed after some more. */
    public static Limits ordinary() {
      return new Limits(5_000_000, Duration.ofSeconds(10));
    }

    /** As long as it takes, but until the deadline. */
    public static Limits until(Duration deadline) {
      return new Limits(MOST_EFFORT, deadline);
    }

    Duration killing() {
      return deadline.plus(GRACE);
    }
  }

  private static final long MOST_EFFORT = (1L << 32) - 1;
  private static final Duration START = Duration.ofSeconds(30);

  /** Of answers that are kept, since questions repeat. */
  private static final int MOST_KEPT = 2_000;

  private static final int LONGEST_KEPT = 4_000;

  private final Launch launch;
  private final Limits limits;
  private Optional<Child> child = Optional.empty();
  private Optional<String> unable = Optional.empty();
  private final Map<String, Reply> kept = new HashMap<>();

  /** Not started yet. */
  public Z3(Limits limits) {
    this(Launch.worker(), limits);
  }

  Z3(Launch launch, Limits limits) {
    this.launch = launch;
    this.limits = limits;
  }

  /** Never fails: whatever goes wrong is an {@link Reply.Unknown}. */
  synchronized Reply ask(Question question) {
    String script = question.script();
    Reply known = kept.get(script);
    if (known != null) {
      return known;
    }
    Optional<String> unable = unavailable();
    Reply reply =
        unable.isPresent()
            ? new Reply.Unknown(unable.get())
            : ask(head() + script, question.values());
    boolean decided = reply instanceof Reply.Sat || reply instanceof Reply.Unsat;
    if (decided && kept.size() < MOST_KEPT && script.length() <= LONGEST_KEPT) {
      kept.put(script, reply);
    }
    return reply;
  }

  /** Why no question can be answered, if so; starts the process to find out. */
  public synchronized Optional<String> unavailable() {
    if (unable.isEmpty() && child.filter(Child::isAlive).isEmpty()) {
      start();
    }
    return unable;
  }

  private Reply ask(String script, String values) {
    Child asked = child.orElseThrow();
    try {
      Reply reply = asked.ask(script, values, limits.killing());
      if (reply instanceof Reply.Failed failed) {
        close();
        return failed.unknown();
      }
      return reply;
    } catch (IOException gone) {
      close();
      return new Reply.Unknown("Z3 did not answer: " + gone.getMessage());
    }
  }

  private String head() {
    return PRELUDE
        + "(set-option :rlimit "
        + Math.min(limits.effort(), MOST_EFFORT)
        + ")(set-option :timeout "
        + limits.deadline().toMillis()
        + ")\n";
  }

  private void start() {
    close();
    try {
      Child started = new Child(launch.start());
      child = Optional.of(started);
      String said = started.read(START);
      if (!said.equals(Worker.READY)) {
        unable = Optional.of(said);
      }
    } catch (IOException failure) {
      unable = Optional.of("Z3 does not start: " + failure.getMessage());
    }
    if (unable.isPresent()) {
      close();
    }
  }

  /** The process that answers, if there is one now. */
  synchronized Optional<ProcessHandle> process() {
    return child.map(Child::handle);
  }

  /** Ends the process; another question would start a new one. */
  @Override
  public synchronized void close() {
    child.ifPresent(Child::kill);
    child = Optional.empty();
  }
}
