package io.rolewright.rule.word;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.lang.Word;
import io.rolewright.source.SourceFile;
import io.rolewright.source.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LanguageReferenceTest {

  private static final Pattern BLOCK = Pattern.compile("(?ms)^```rule\\n(.*?)^```$");

  @Test
  void the_page_of_the_language_is_fresh() throws IOException {
    assertThat(Files.readString(Path.of("../docs/rule-language.md")).replace("\r\n", "\n"))
        .as("docs/rule-language.md is stale; renew it with: %s", LanguageReference.COMMAND)
        .isEqualTo(LanguageReference.page());
  }

  @TestFactory
  Stream<DynamicTest> every_rule_on_the_page_is_without_mistakes() {
    return BLOCK
        .matcher(LanguageReference.prose())
        .results()
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.group(1).lines().skip(1).findFirst().orElse(""),
                    () -> assertIsSound(block)));
  }

  private static void assertIsSound(MatchResult block) {
    SourceFile page = SourceFile.of("rule-language.md", LanguageReference.prose());
    Span span = new Span(block.start(1), block.end(1));
    assertThat(Dictionary.language().compile(page, span).problems()).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_word_has_a_sentence() {
    return Dictionary.vocabulary().chapters().values().stream()
        .flatMap(words -> words.stream())
        .map(word -> DynamicTest.dynamicTest(word.signature(), () -> assertIsTold(word)));
  }

  private static void assertIsTold(Word word) {
    assertThat(word.sentence()).endsWith(".").hasSizeGreaterThan(15).doesNotContain("\n");
    assertThat(word.name()).matches("[a-z][A-Za-z0-9]*");
  }
}
