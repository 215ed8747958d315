package io.rolewright.rule.file;

import io.rolewright.rule.Checker;
import io.rolewright.rule.Rule;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.lang.RuleLanguage;
import io.rolewright.rule.word.Dictionary;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Loads rule files at run time: private rules, and rules under test. What is wrong with one is a
 * problem with its place, and does not stop the others.
 *
 * <p>No code is loaded for a file: a private rule is written in the rule language, and names no
 * checker.
 */
public final class RuleLoader {

  /** The longest rule, without its page, in characters. */
  private static final int MAX_RULE = 16 * 1024;

  /** A rule that is ready to run, with the file it came from. */
  public record Loaded(RuleFile file, Rule rule) {}

  private final boolean underTest;
  private final Set<String> shippedIds = new HashSet<>();
  private final Set<String> shippedNames = new HashSet<>();
  private final List<RuleMetadata> read = new ArrayList<>();
  private final List<RuleMetadata> broken = new ArrayList<>();
  private final List<Loaded> loaded = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Implied.Known> known = new ArrayList<>();

  private RuleLoader(boolean underTest) {
    this.underTest = underTest;
    for (RuleIndex.Entry entry : RuleBook.entries()) {
      shippedIds.add(entry.metadata().id());
      shippedNames.add(entry.metadata().name());
    }
  }

  /** For private rules, whose ids no shipped rule has. */
  public static RuleLoader ofPrivateRules() {
    return new RuleLoader(false);
  }

  /** For rules under test, among them new versions of shipped ones with the checkers of these. */
  public static RuleLoader ofRulesUnderTest() {
    return new RuleLoader(true);
  }

  /** Loads the rule files that some paths name, files or folders. */
  public RuleLoader load(List<Path> paths, Path workingDirectory) {
    RuleFolders folders = new RuleFolders(workingDirectory);
    paths.forEach(folders::add);
    problems.addAll(folders.problems());
    folders.files().forEach(this::load);
    return this;
  }

  /** Loads a rule file. */
  public RuleLoader load(SourceFile file) {
    RuleReader.Reading reading = RuleReader.own(file);
    problems.addAll(reading.problems());
    if (reading.metadata().isEmpty() || !isNew(reading.metadata().get(), file)) {
      return this;
    }
    RuleMetadata metadata = reading.metadata().get();
    read.add(metadata);
    Optional<Checker> checker = reading.rule().flatMap(rule -> checker(rule, metadata));
    if (checker.isPresent()) {
      loaded.add(new Loaded(reading.rule().get(), new Rule(metadata, checker.get())));
    } else {
      broken.add(metadata);
    }
    return this;
  }

  /** Whether no other rule has the id or the name. */
  private boolean isNew(RuleMetadata rule, SourceFile file) {
    for (RuleMetadata other : read) {
      boolean id = other.id().equals(rule.id());
      if (id || other.name().equals(rule.name())) {
        String has = id ? "the id `" + rule.id() + "`" : "the name `" + rule.name() + "`";
        String instead = id ? "; number one of them anew" : "; rename one of the files";
        problem("the rule in " + other.page() + " has " + has + " too" + instead, file);
        return false;
      }
    }
    return underTest || isNotShipped(rule, file);
  }

  private boolean isNotShipped(RuleMetadata rule, SourceFile file) {
    if (shippedIds.contains(rule.id())) {
      String message = "`" + rule.id() + "` is the id of a rule that comes with Rolewright";
      problem(message + "; take another, such as MY001", file);
      return false;
    }
    if (shippedNames.contains(rule.name())) {
      String message = "`" + rule.name() + "` is the name of a rule that comes with Rolewright";
      problem(message + "; rename the file", file);
      return false;
    }
    return true;
  }

  private Optional<Checker> checker(RuleFile rule, RuleMetadata metadata) {
    if (rule.block().isPresent()) {
      Origin block = rule.block().get();
      RuleLanguage.Compilation compilation = compiled(rule.source(), block);
      problems.addAll(compilation.problems());
      compilation.logic().ifPresent(logic -> known.add(new Implied.Known(metadata, logic)));
      return compilation.checker();
    }
    String name = rule.checker().orElse("");
    if (underTest && RuleBook.hasChecker(name)) {
      return Optional.of(RuleBook.checker(name));
    }
    String message = "a rule of your own cannot name a checker; write it in a fence ```rule";
    problem(message, rule.source());
    return Optional.empty();
  }

  /** A rule of a thousand brackets is nothing that anybody means. */
  private static RuleLanguage.Compilation compiled(SourceFile page, Origin block) {
    if (block.written().length() > MAX_RULE) {
      return refused("this rule is longer than " + MAX_RULE / 1024 + " KB", block);
    }
    try {
      return Dictionary.language().compile(page, block.span());
    } catch (StackOverflowError tooDeep) {
      return refused("this rule nests too deep", block);
    }
  }

  private static RuleLanguage.Compilation refused(String why, Origin block) {
    return RuleLanguage.Compilation.failed(List.of(Problem.error(why, block)));
  }

  /** Points at the front matter. */
  private void problem(String message, SourceFile file) {
    problems.add(Problem.error(message, file.at(0, 3)));
  }

  /** What was loaded, in the order of files. */
  public List<Loaded> loaded() {
    return List.copyOf(loaded);
  }

  /** The rules that were loaded, in the order of files. */
  public List<Rule> rules() {
    return loaded.stream().map(Loaded::rule).toList();
  }

  /** Rules whose front matter was read, but which cannot run. */
  public List<RuleMetadata> broken() {
    return List.copyOf(broken);
  }

  /**
   * What is wrong with files and folders: errors; and warnings of clauses that can never report
   * anything, and, of rules under test, that another implies them.
   */
  public List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    if (underTest) { // why: each rule is compared with each, and a check has no time for that
      all.addAll(Implied.among(known, known.isEmpty() ? List.of() : shipped()));
    }
    return all;
  }

  private static List<Implied.Known> shipped() {
    List<Implied.Known> all = new ArrayList<>();
    for (RuleIndex.Entry entry : RuleBook.entries()) {
      entry
          .block()
          .map(Dictionary.language()::logic)
          .ifPresent(logic -> all.add(new Implied.Known(entry.metadata(), logic)));
    }
    return all;
  }
}
