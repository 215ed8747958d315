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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

  /** A rule that is ready to run, with the file it came from. */
  public record Loaded(RuleFile file, Rule rule) {}

  private final boolean underTest;
  private final Set<String> shippedIds = new HashSet<>();
  private final Map<String, SourceFile> files = new HashMap<>();
  private final List<Loaded> loaded = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  private RuleLoader(boolean underTest) {
    this.underTest = underTest;
    for (RuleIndex.Entry entry : RuleBook.entries()) {
      shippedIds.add(entry.metadata().id());
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
    if (reading.rule().isPresent() && isNew(reading.rule().get())) {
      RuleFile rule = reading.rule().get();
      files.put(rule.metadata().id(), file);
      checker(rule)
          .ifPresent(checker -> loaded.add(new Loaded(rule, new Rule(rule.metadata(), checker))));
    }
    return this;
  }

  private boolean isNew(RuleFile rule) {
    RuleMetadata metadata = rule.metadata();
    Optional<SourceFile> other = Optional.ofNullable(files.get(metadata.id()));
    if (other.isPresent()) {
      String message = "the rule " + other.get().name() + " has the id `" + metadata.id() + "` too";
      problem(message + "; number one of them anew", rule.source());
      return false;
    }
    if (!underTest && shippedIds.contains(metadata.id())) {
      String message = "`" + metadata.id() + "` is the id of a rule that comes with Rolewright";
      problem(message + "; take another, such as MY001", rule.source());
      return false;
    }
    return true;
  }

  private Optional<Checker> checker(RuleFile rule) {
    if (rule.block().isPresent()) {
      Origin block = rule.block().get();
      RuleLanguage.Compilation compilation =
          Dictionary.language().compile(rule.source(), block.span());
      problems.addAll(compilation.problems());
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

  /** What is wrong with files and folders; all are errors. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
