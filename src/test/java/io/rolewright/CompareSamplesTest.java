package io.rolewright;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.compare.Comparer;
import io.rolewright.analyze.compare.Comparison;
import io.rolewright.report.CompareReport;
import io.rolewright.report.Format;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every story in {@code samples/} that has a {@code before/} and an {@code after/}. After a change
 * that is meant, renew the expected reports with {@code -Drolewright.renew=true} and read the
 * difference.
 */
class CompareSamplesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TestFactory
  Stream<DynamicTest> each_story_says_what_is_expected() throws IOException {
    return stories().stream()
        .flatMap(
            story ->
                Stream.of(
                    test(story, "compare.txt", Format.TEXT),
                    test(story, "compare.md", Format.MARKDOWN)));
  }

  @Test
  void the_story_of_the_pull_request_is_there() throws IOException {
    assertThat(stories())
        .extracting(story -> story.getFileName().toString())
        .contains("pull-request");
  }

  @Test
  void a_version_allows_the_same_as_itself() throws IOException {
    for (Path story : stories()) {
      Path after = ROOT.relativize(story.resolve("after"));
      Comparison same = comparer().compare(after, after);
      assertThat(same.differences()).isNotEmpty().allMatch(difference -> difference.isSame());
    }
  }

  private static DynamicTest test(Path story, String name, Format format) {
    return DynamicTest.dynamicTest(
        story.getFileName() + "/" + name, () -> test(story, story.resolve(name), format));
  }

  private static void test(Path story, Path expected, Format format) throws IOException {
    String said = report(story, format);
    if (Boolean.getBoolean("rolewright.renew")) {
      Files.writeString(expected, said);
    }
    assertThat(said).isEqualTo(Files.readString(expected)).isEqualTo(report(story, format));
  }

  private static List<Path> stories() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT.resolve("samples"))) {
      return folders.filter(f -> Files.isDirectory(f.resolve("before"))).sorted().toList();
    }
  }

  private static Comparer comparer() {
    return new Comparer(ROOT, Optional.empty(), Optional.empty());
  }

  private static String report(Path story, Format format) throws IOException {
    Path named = ROOT.relativize(story);
    Comparison comparison = comparer().compare(named.resolve("before"), named.resolve("after"));
    StringWriter out = new StringWriter();
    CompareReport.in(format, new CompareReport.Options("test", false)).write(comparison, out);
    return out.toString();
  }
}
