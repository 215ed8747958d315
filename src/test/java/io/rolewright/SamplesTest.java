package io.rolewright;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Progress;
import io.rolewright.analyze.examples.ExampleResult;
import io.rolewright.analyze.examples.RuleTestRun;
import io.rolewright.analyze.examples.RuleTests;
import io.rolewright.report.Format;
import io.rolewright.report.Report;
import io.rolewright.report.ReportOptions;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.file.RuleBook;
import io.rolewright.rule.file.RuleLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every story in {@code samples/} end to end. After a change that is meant, renew the expected
 * outputs with {@code -Drolewright.renew=true} and read the difference.
 */
class SamplesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path SAMPLES = ROOT.resolve("samples");

  @TestFactory
  Stream<DynamicTest> each_story_says_what_is_expected() throws IOException {
    return stories().stream()
        .map(story -> DynamicTest.dynamicTest(story.getFileName().toString(), () -> test(story)));
  }

  @Test
  void there_are_six_stories_or_more_each_with_a_readme() throws IOException {
    assertThat(stories()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(stories()).allMatch(story -> Files.isRegularFile(story.resolve("README.md")));
  }

  @Test
  void every_rule_fires_somewhere() {
    Set<String> fired =
        analysis(SAMPLES, Profile.STRICT).open().stream()
            .map(r -> r.finding().rule().id())
            .collect(Collectors.toSet());
    assertThat(fired).containsAll(RuleBook.metadata().stream().map(RuleMetadata::id).toList());
  }

  @Test
  void rules_of_a_story_do_as_their_own_examples_say() {
    Path rules = SAMPLES.resolve("rules-of-our-own").resolve(".rolewright").resolve("rules");
    RuleTestRun run = RuleTests.of(RuleLoader.ofRulesUnderTest().load(List.of(rules), ROOT));
    assertThat(run.problems()).isEmpty();
    assertThat(run.results()).hasSizeGreaterThan(10).allMatch(ExampleResult::passed);
  }

  @Test
  void the_same_input_gives_the_same_bytes() {
    for (Format format : Report.FORMATS) {
      assertThat(report(analysis(SAMPLES), format)).isEqualTo(report(analysis(SAMPLES), format));
    }
  }

  private static void test(Path story) throws IOException {
    Path expected = story.resolve("expected-output.txt");
    String said = report(analysis(story), Format.TEXT);
    if (Boolean.getBoolean("rolewright.renew")) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected));
  }

  private static List<Path> stories() throws IOException {
    try (Stream<Path> folders = Files.list(SAMPLES)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Analysis analysis(Path path) {
    return analysis(path, Profile.RECOMMENDED);
  }

  /** A story's own configuration counts before the common one, and so do the rules beside it. */
  private static Path configuration(Path path) {
    Path own = path.resolve("rolewright.yaml");
    return Files.exists(own) ? own : SAMPLES.resolve("rolewright.yaml");
  }

  private static Analysis analysis(Path path, Profile profile) {
    return new Analyzer(LocalDate.of(2026, 11, 22))
        .analyze(
            new AnalysisRequest(
                List.of(path),
                ROOT,
                Optional.of(configuration(path)),
                Optional.empty(),
                Optional.empty(),
                profile,
                Optional.empty(),
                List.of(),
                Progress.SILENT));
  }

  private static String report(Analysis analysis, Format format) {
    StringWriter out = new StringWriter();
    try {
      Report.in(format, new ReportOptions("test", false, RuleBook::page)).write(analysis, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
