package io.rolewright.rule.file;

import io.rolewright.catalog.Catalog;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Rule;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.word.Dictionary;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules that come with Rolewright. */
public final class RuleBook {

  private static final String CHECKERS = "io.rolewright.rule.check.";

  private RuleBook() {}

  /** All rules, by id; made once, when somebody asks. */
  public static List<Rule> rules() {
    return Shipped.RULES;
  }

  /**
   * Begins to load what every check needs, besides what the caller does. Whatever is wrong is said
   * to whoever asks for it afterwards.
   */
  public static void prepare() {
    Thread loading = new Thread(RuleBook::load, "rolewright-rules");
    loading.setDaemon(true);
    loading.setUncaughtExceptionHandler((thread, bug) -> {});
    loading.start();
  }

  private static void load() {
    rules();
    Dictionary.vocabulary();
    Catalog.shipped().globalConditionKeys();
  }

  private static final class Shipped {
    static final List<Rule> RULES =
        entries().stream().map(entry -> new Rule(entry.metadata(), checker(entry))).toList();
  }

  /** The metadata of all rules, by id; loads no checker. */
  public static List<RuleMetadata> metadata() {
    return entries().stream().map(RuleIndex.Entry::metadata).toList();
  }

  /** Read once, when somebody asks. */
  private static final class Index {
    static final List<RuleIndex.Entry> ENTRIES = List.copyOf(RuleIndex.read(index()));
  }

  static List<RuleIndex.Entry> entries() {
    return Index.ENTRIES;
  }

  /** The rule file's text without its front matter: the page that people read. */
  public static String page(RuleMetadata rule) {
    String written = rule.source().map(SourceFile::text).orElseGet(() -> resource(rule.page()));
    String text = written.replace("\r\n", "\n");
    int end = text.indexOf("\n---\n", 3);
    return text.substring(end + 5).strip() + "\n";
  }

  /** ASCII, so that nothing needs to be decoded. */
  private static String index() {
    return new String(bytes("index.tsv"), StandardCharsets.ISO_8859_1);
  }

  static String resource(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = RuleBook.class.getResourceAsStream("/rules/" + name)) {
      if (in == null) {
        throw new IllegalStateException("rules/" + name + " is missing from this build");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Checker checker(RuleIndex.Entry entry) {
    return entry
        .checker()
        .map(RuleBook::checker)
        .orElseGet(() -> Dictionary.language().compiled(entry.block().orElseThrow()));
  }

  /** Whether a checker of this name comes with Rolewright. */
  static boolean hasChecker(String name) {
    return RuleBook.class.getResource("/" + (CHECKERS + name).replace('.', '/') + ".class") != null;
  }

  /** Rule files name their checker, so that a rule needs no entry anywhere else. */
  static Checker checker(String name) {
    try {
      Class<?> type = Class.forName(CHECKERS + name);
      return (Checker) type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("there is no checker " + CHECKERS + name, e);
    }
  }
}
