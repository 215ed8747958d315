package io.rolewright.reason.z3;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The other process: what it answers, and what happens to us if it does not. */
class Z3Test {

  private static final Field RESOURCE = Field.text("resource");

  private final Formulas formulas = new Formulas();

  private static Language globs(Stream<String> globs) {
    return Language.of(globs.map(Pattern::glob).toList());
  }

  private Question question(String in, String notIn) {
    return question(globs(Stream.of(in)), globs(Stream.of(notIn)));
  }

  private Question question(Language in, Language notIn) {
    List<Literal> literals =
        List.of(
            new Literal((Formula.Atomic) formulas.in(RESOURCE, in), true),
            new Literal((Formula.Atomic) formulas.in(RESOURCE, notIn), false));
    return new Literals(literals, Domains.free(), false).question();
  }

  /** One during which Z3 looks neither at the clock nor at its effort. */
  private Question endless() {
    List<Literal> literals = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      char a = (char) ('a' + i);
      String far = "?".repeat(11 + i);
      Language language = globs(Stream.of("*" + a + far, "*" + a + "?" + far + "*z"));
      Formula in = formulas.in(RESOURCE, language);
      literals.add(new Literal((Formula.Atomic) in, i % 2 == 0));
    }
    return new Literals(literals, Domains.free(), false).question();
  }

  @Test
  void one_process_answers_many_questions() {
    try (Z3 z3 = new Z3(Z3.Limits.ordinary())) {
      assertThat(z3.process()).isEmpty();
      assertThat(z3.ask(question("a*", "*b"))).isInstanceOf(Reply.Sat.class);
      ProcessHandle first = z3.process().orElseThrow();
      assertThat(z3.ask(question("ab*", "a*"))).isInstanceOf(Reply.Unsat.class);
      assertThat(z3.process()).contains(first);
    }
  }

  @Test
  @Timeout(60)
  void a_process_killed_while_it_thinks_leaves_the_question_open_and_is_replaced()
      throws Exception {
    try (Z3 z3 = new Z3(Z3.Limits.until(Duration.ofMinutes(5)))) {
      z3.ask(question("a", "b"));
      ProcessHandle first = z3.process().orElseThrow();
      CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> z3.ask(endless()));
      TimeUnit.MILLISECONDS.sleep(300);
      assertThat(reply).isNotDone();
      first.destroyForcibly();
      assertThat(reply.get()).isEqualTo(new Reply.Unknown("Z3 did not answer: its process ended"));
      assertThat(z3.ask(question("ab*", "a*"))).isInstanceOf(Reply.Unsat.class);
      assertThat(z3.process().orElseThrow().pid()).isNotEqualTo(first.pid());
    }
  }

  @Test
  @Timeout(60)
  void effort_is_counted_and_ends_a_question_but_not_the_process() {
    try (Z3 z3 = new Z3(new Z3.Limits(1_000, Duration.ofMinutes(1)))) {
      assertThat(z3.ask(question("*abc*bcd*cde*", "*abc*cde*")))
          .isEqualTo(new Reply.Unknown(Reply.SPENT));
      ProcessHandle first = z3.process().orElseThrow();
      assertThat(z3.ask(question("ab*", "a*"))).isInstanceOf(Reply.Unsat.class);
      assertThat(z3.process()).contains(first);
    }
  }

  /** A process that begins well and then says nothing more. */
  static final class Silent {

    private Silent() {}

    public static void main(String[] none) throws Exception {
      Frames.write(new DataOutputStream(System.out), Worker.READY);
      TimeUnit.MINUTES.sleep(10);
    }
  }

  /** A process that says something else than frames. */
  static final class Babbling {

    private Babbling() {}

    public static void main(String[] none) throws IOException {
      Frames.write(new DataOutputStream(System.out), Worker.READY);
      System.out.println("warning: " + "unexpected ".repeat(100));
    }
  }

  private static Launch of(Class<?> program) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        Stream.of(program, Worker.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .reduce((one, other) -> one + System.getProperty("path.separator") + other)
            .orElseThrow();
    return new Launch(List.of(java, "-cp", classes, program.getName()), Map.of());
  }

  @Test
  @Timeout(60)
  void a_process_that_does_not_answer_is_killed() {
    Z3.Limits soon = new Z3.Limits(1_000, Duration.ofMillis(100));
    try (Z3 z3 = new Z3(of(Silent.class), soon)) {
      Reply reply = z3.ask(question("a", "b"));
      assertThat(reply).isEqualTo(new Reply.Unknown("Z3 did not answer: nothing within 2100 ms"));
      assertThat(z3.process()).isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void what_is_no_answer_is_not_taken_for_one() {
    try (Z3 z3 = new Z3(of(Babbling.class), Z3.Limits.ordinary())) {
      assertThat(z3.ask(question("a", "b")))
          .isEqualTo(new Reply.Unknown("Z3 did not answer: its process ended"));
    }
  }

  @Test
  void without_a_process_every_question_stays_open() {
    Launch nowhere = new Launch(List.of("/no/such/java"), Map.of());
    try (Z3 z3 = new Z3(nowhere, Z3.Limits.ordinary())) {
      Reply reply = z3.ask(question("a", "b"));
      assertThat(((Reply.Unknown) reply).reason()).startsWith("Z3 does not start: ");
      assertThat(z3.ask(question("a", "b"))).isEqualTo(reply);
    }
  }

  @Test
  @Timeout(120)
  void a_union_of_three_thousand_patterns_harms_nobody() {
    Language many =
        globs(Stream.iterate(0, i -> i + 1).limit(3_000).map(i -> "s3:*x" + i + "*y?" + i));
    try (Z3 z3 = new Z3(new Z3.Limits(1_000_000, Duration.ofSeconds(20)))) {
      Reply reply = z3.ask(question(many, globs(Stream.of("*z*"))));
      assertThat(reply).isInstanceOfAny(Reply.Sat.class, Reply.Unknown.class);
      assertThat(z3.ask(question("ab*", "a*"))).isInstanceOf(Reply.Unsat.class);
    }
  }

  /** Z3 gives up at 500 MB; Java has a heap of 256 MB at most and little beside it. */
  @Test
  @EnabledOnOs(OS.LINUX)
  @Timeout(120)
  void a_hungry_question_takes_bounded_memory() throws Exception {
    try (Z3 z3 = new Z3(Z3.Limits.until(Duration.ofSeconds(20)))) {
      z3.ask(question("a", "b"));
      Path status = Path.of("/proc/" + z3.process().orElseThrow().pid() + "/status");
      CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> z3.ask(endless()));
      long most = 0;
      while (!reply.isDone()) {
        most = Math.max(most, peak(status));
        TimeUnit.MILLISECONDS.sleep(100);
      }
      assertThat(reply.get()).isInstanceOf(Reply.Unknown.class);
      assertThat(most).isBetween(50L << 10, 900L << 10);
      assertThat(z3.ask(question("ab*", "a*"))).isInstanceOf(Reply.Unsat.class);
    }
  }

  /** In kilobytes; 0 once the process is gone. */
  private static long peak(Path status) {
    try (Stream<String> lines = Files.lines(status)) {
      String line = lines.filter(l -> l.startsWith("VmHWM:")).findFirst().orElse("0");
      return Long.parseLong(line.replaceAll("[^0-9]", ""));
    } catch (IOException | UncheckedIOException gone) {
      return 0;
    }
  }

  @Test
  void the_same_question_gets_the_same_answer() {
    List<Reply> replies = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      try (Z3 z3 = new Z3(new Z3.Limits(100_000, Duration.ofMinutes(1)))) {
        replies.add(z3.ask(question("*a*b?c*", "*ab*")));
      }
    }
    assertThat(replies).hasSize(4).containsOnly(replies.get(0));
  }
}
