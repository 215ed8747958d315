package io.rolewright.analyze.respell;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleIndexWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * However a policy is spelled and wherever it stands, all rules say the same of it, as gravely:
 * every noncompliant example of every rule file, in every spelling.
 */
class RespelledExamplesTest {

  /** Rules whose examples may be more than a tree can show. */
  private static final Set<String> ABOUT_TEXT = Set.of("GR001");

  /** So many examples are at least in each spelling. */
  private static final int LEAST = 30;

  /** An example in its spellings. */
  private record Judged(String name, boolean read, List<Spelling.Spelt> spelt) {}

  @TestFactory
  Stream<DynamicTest> all_rules_say_the_same_of_every_spelling() throws IOException {
    List<Judged> judged =
        RuleIndexWriter.read(Path.of("../rules")).stream()
            .flatMap(RespelledExamplesTest::examples)
            .toList()
            .parallelStream()
            .map(RespelledExamplesTest::judged)
            .toList();
    DynamicTest all = DynamicTest.dynamicTest("each spelling is used", () -> assertUsed(judged));
    return Stream.concat(judged.stream().map(RespelledExamplesTest::test), Stream.of(all));
  }

  /** A spelling that fits no example would show nothing. */
  private static void assertUsed(List<Judged> judged) {
    for (Spelling spelling : AllSpellings.all()) {
      assertThat(judged.stream().flatMap(each -> each.spelt().stream()))
          .filteredOn(spelt -> spelt.spelling().equals(spelling.name()))
          .as(spelling.name())
          .hasSizeGreaterThanOrEqualTo(LEAST);
    }
  }

  private record Named(String rule, RuleExample example) {}

  private static Stream<Named> examples(RuleFile file) {
    return file.noncompliant().stream().map(e -> new Named(file.metadata().id(), e));
  }

  private static Judged judged(Named named) {
    Optional<Subject> subject = Subject.of(named.example());
    String name = named.rule() + ": " + named.example().title();
    List<Spelling.Spelt> spelt =
        subject.stream()
            .flatMap(s -> AllSpellings.all().stream().flatMap(p -> p.of(s).stream()))
            .toList();
    boolean read = subject.isPresent() || ABOUT_TEXT.contains(named.rule());
    return new Judged(name, read, spelt);
  }

  private static DynamicTest test(Judged judged) {
    return DynamicTest.dynamicTest(
        judged.name(),
        () -> {
          assertThat(judged.read()).as("the example is a tree").isTrue();
          assertThat(judged.spelt())
              .flatExtracting(s -> s.disagreement().stream().toList())
              .isEmpty();
        });
  }
}
