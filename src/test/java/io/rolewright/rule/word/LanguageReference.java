package io.rolewright.rule.word;

import io.rolewright.rule.lang.Type;
import io.rolewright.rule.lang.Vocabulary;
import io.rolewright.rule.lang.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes {@code docs/rule-language.md} from a page of prose and the vocabulary. */
public final class LanguageReference {

  /** What to type at the repository's root to renew the page. */
  static final String COMMAND =
      "./mvnw -q -f src/pom.xml test-compile exec:java -Dexec.classpathScope=test \\\n"
          + "  -Dexec.mainClass=io.rolewright.rule.word.LanguageReference";

  private LanguageReference() {}

  /** Writes the page; to be run at the repository's root. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of("docs", "rule-language.md"), page());
  }

  static String page() {
    return prose()
        .replace("COMMAND", COMMAND)
        .replace("TYPES\n", types())
        .replace("WORDS\n", words(Dictionary.vocabulary()));
  }

  static String prose() {
    try (InputStream in = LanguageReference.class.getResourceAsStream("rule-language.md")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String types() {
    Map<String, Type<?>> types = new TreeMap<>();
    Dictionary.vocabulary().kinds().forEach(type -> types.put(type.name(), type));
    for (List<Word> words : Dictionary.vocabulary().chapters().values()) {
      for (Word word : words) {
        List<Type<?>> all = new ArrayList<>(word.parameters());
        all.add(word.result());
        all.stream()
            .filter(t -> !t.name().startsWith("list of "))
            .forEach(t -> types.put(t.name(), t));
      }
    }
    StringBuilder text = new StringBuilder("| type | what it is |\n|---|---|\n");
    types.forEach((name, type) -> row(text, "`" + name + "`", type.sentence()));
    return text.append('\n').toString();
  }

  private static String words(Vocabulary vocabulary) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<Word>> chapter : vocabulary.chapters().entrySet()) {
      text.append("### ").append(chapter.getKey()).append("\n\n| word | meaning |\n|---|---|\n");
      chapter.getValue().stream()
          .sorted(Comparator.comparing(Word::signature))
          .forEach(word -> row(text, signature(word), word.sentence()));
      text.append('\n');
    }
    return text.toString().stripTrailing() + "\n";
  }

  private static String signature(Word word) {
    return "`" + word.signature() + "`" + (word.symbolic().isPresent() ? " *" : "");
  }

  private static void row(StringBuilder text, String left, String right) {
    text.append("| ").append(left).append(" | ").append(right.replace("|", "\\|")).append(" |\n");
  }
}
