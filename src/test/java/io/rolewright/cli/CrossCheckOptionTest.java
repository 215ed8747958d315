package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Reasoning;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.z3.CrossCheck.Verdict;
import io.rolewright.rule.RuleMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --cross-check}: all is confirmed, or else it is said and the run fails. */
class CrossCheckOptionTest {

  private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();

  private static final String[] COMPARE = {"compare", "pull-request/before", "pull-request/after"};

  private final Session session = Session.in(SAMPLES);

  private static String[] checked(String... command) {
    String[] all =
        Stream.concat(Stream.of(command), Stream.of("--cross-check")).toArray(String[]::new);
    return all;
  }

  static Stream<List<String>> commands() throws IOException {
    Stream.Builder<List<String>> all = Stream.builder();
    all.add(List.of(COMPARE));
    all.add(List.of("compare", "pull-request/after", "pull-request/before"));
    all.add(List.of("effective", "app-orders", "--in", "account-export/account.json"));
    all.add(
        List.of(
            "effective",
            "developer",
            "--in",
            "role-with-boundary/template.yaml",
            "--account",
            "111122223333"));
    all.add(List.of("who", "payroll-reader", "--in", "who-gets-in/account.json"));
    String slips = "arn:aws:s3:::pay/slips/*";
    all.add(
        List.of(
            "who",
            "--action",
            "s3:GetObject",
            "--resource",
            slips,
            "--in",
            "who-gets-in/account.json"));
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.sorted().toList()) {
        String name = file.toString();
        if (name.endsWith(".yaml") && Files.exists(Path.of(name.replace(".yaml", ".txt")))) {
          all.add(List.of("assume", SAMPLES.relativize(file).toString()));
        }
      }
    }
    return all.build();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void every_answer_about_the_samples_is_confirmed(List<String> command) {
    int plain = session.run(new ShippedEngine(), command.toArray(String[]::new));
    String report = session.out();
    String said = session.err();
    int checked = session.run(new ShippedEngine(), checked(command.toArray(String[]::new)));
    assertThat(session.err())
        .matches(
            Pattern.quote(said)
                + "cross-check: (\\d+) answers? looked at again with Z3: \\1 agrees?\n");
    assertThat(session.out()).isEqualTo(report);
    assertThat(checked).isEqualTo(plain);
  }

  @Test
  void a_program_is_told_in_a_member_of_its_own() throws IOException {
    session.run(
        new ShippedEngine(),
        checked("compare", "pull-request/before", "pull-request/after", "--format", "json"));
    JsonNode member = new ObjectMapper().readTree(session.out()).get("crossCheck");
    assertThat(member.get("answers").asInt()).isPositive().isEqualTo(member.get("agree").asInt());
    assertThat(member.get("unchecked")).isEmpty();
    assertThat(member.get("differences")).isEmpty();
    assertThat(member.get("unavailable").isNull()).isTrue();
    session.run(
        new ShippedEngine(),
        "compare",
        "pull-request/before",
        "pull-request/after",
        "--format",
        "json");
    assertThat(new ObjectMapper().readTree(session.out()).has("crossCheck")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_difference_is_told_and_fails_the_run(List<String> command) {
    Engine doubting =
        new CheckedBy((answer, formula, domains) -> new Verdict.Differs("it is not so"));
    String[] arguments = command.toArray(String[]::new);
    session.run(new ShippedEngine(), arguments);
    String report = session.out();
    int code = session.run(doubting, checked(arguments));
    assertThat(session.out()).isEqualTo(report);
    if (session.err().contains(" 0 answers ")) {
      return; // a refused call leaves nothing to ask
    }
    assertThat(code).isEqualTo(Exit.FAILED);
    assertThat(session.err())
        .contains("internal error: two ways to decide differ: the reasoner says that there is ")
        .contains("; looked at again: it is not so\n")
        .contains("please report it")
        .contains(" looked at again with Z3: 0 agree, ");
  }

  @Test
  void what_cannot_be_checked_is_told_and_fails_nothing() {
    Engine unsure =
        new CheckedBy((answer, formula, domains) -> new Verdict.Unchecked("it took long"));
    int plain = session.run(new ShippedEngine(), COMPARE);
    assertThat(session.run(unsure, checked(COMPARE))).isEqualTo(plain);
    assertThat(session.err())
        .matches(
            "cross-check: (\\d+) answers looked at again with Z3: 0 agree, \\1 could not be checked"
                + " \\(it took long\\)\n");
  }

  @Test
  void without_z3_the_report_is_written_and_the_run_fails() {
    Engine nobody =
        new CheckedBy(
            (answer, formula, domains) -> new Verdict.Unchecked("there is nobody"),
            Optional.of("no library for this system"));
    session.run(new ShippedEngine(), COMPARE);
    String report = session.out();
    assertThat(session.run(nobody, checked(COMPARE))).isEqualTo(Exit.FAILED);
    assertThat(session.out()).isEqualTo(report);
    assertThat(session.err())
        .isEqualTo("error: `--cross-check` needs Z3: no library for this system\n");
  }

  @Test
  void z3_is_not_started_for_what_our_theories_decide() {
    long before = processes();
    session.run(new ShippedEngine(), COMPARE);
    assertThat(processes()).isEqualTo(before);
  }

  private static long processes() {
    return ProcessHandle.current().children().count();
  }

  /** Looks at an answer again. */
  private interface Verdicts {
    Verdict of(Answer answer, Formula formula, Domains domains);
  }

  /** The shipped engine, but for who looks at answers again. */
  private record CheckedBy(Verdicts verdicts, Optional<String> unavailable)
      implements Engine, Reasoning.Checker {

    private static final Engine SHIPPED = new ShippedEngine();

    CheckedBy(Verdicts verdicts) {
      this(verdicts, Optional.empty());
    }

    @Override
    public Verdict check(Answer answer, Formula formula, Domains domains) {
      return verdicts.of(answer, formula, domains);
    }

    @Override
    public Reasoning reasoning(boolean checked) {
      return checked ? Reasoning.checkedBy(this) : Reasoning.unchecked();
    }

    @Override
    public Analysis analyze(AnalysisRequest request) {
      return SHIPPED.analyze(request);
    }

    @Override
    public List<RuleMetadata> rules() {
      return SHIPPED.rules();
    }

    @Override
    public String page(RuleMetadata rule) {
      return SHIPPED.page(rule);
    }

    @Override
    public String version() {
      return SHIPPED.version();
    }

    @Override
    public LocalDate catalogueDate() {
      return SHIPPED.catalogueDate();
    }
  }
}
