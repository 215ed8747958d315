package io.rolewright.rule.lang;

import io.rolewright.rule.Checker;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import io.rolewright.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rule language with a vocabulary: makes rules of what stands in the blocks of rule files.
 * Immutable after it is made; for many threads.
 */
public final class RuleLanguage {

  private final Vocabulary vocabulary;

  public RuleLanguage(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * What became of a block.
   *
   * @param checker the rule, if the block is without mistakes
   * @param compiled the block in the form that {@link #compiled} reads
   * @param logic what the block says apart from the meanings of words
   * @param problems mistakes, each with its place in the rule file; warnings of clauses that can
   *     never report anything
   */
  public record Compilation(
      Optional<Checker> checker,
      Optional<String> compiled,
      Optional<RuleLogic> logic,
      List<Problem> problems) {

    public Compilation {
      problems = List.copyOf(problems);
    }

    /** Of a block that cannot be run. */
    public static Compilation failed(List<Problem> problems) {
      return new Compilation(Optional.empty(), Optional.empty(), Optional.empty(), problems);
    }
  }

  /**
   * Reads a block of a rule file and checks it.
   *
   * @param block the text between the fences
   */
  public Compilation compile(SourceFile page, Span block) {
    Syntax tree;
    try {
      String text = page.text().substring(block.start(), block.end());
      tree = BlockParser.parse(text, block.start());
    } catch (LanguageException mistake) {
      return Compilation.failed(List.of(problem(page, mistake)));
    }
    List<Problem> problems = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    List<ClauseLogic> logic = new ArrayList<>();
    for (Syntax clause : tree.parts()) {
      try {
        clauses.add(new ClauseCompiler(vocabulary).compile(clause));
        logic.add(new ClauseCompiler(vocabulary).logic(clause));
      } catch (LanguageException mistake) {
        problems.add(problem(page, mistake));
      }
    }
    if (!problems.isEmpty()) {
      return Compilation.failed(problems);
    }
    RuleLogic all = new RuleLogic(logic);
    all.dead().forEach(clause -> problems.add(dead(page, clause)));
    return new Compilation(
        Optional.of(new LanguageRule(clauses, vocabulary.subjects())),
        Optional.of(SyntaxCodec.write(tree)),
        Optional.of(all),
        problems);
  }

  private static Problem dead(SourceFile page, Syntax clause) {
    return Problem.warning(
        "this clause can never report anything: its conditions contradict each other",
        page.at(clause.start(), clause.end()));
  }

  /** What a block says that {@link #compile} found without mistakes. */
  public RuleLogic logic(String block) {
    List<ClauseLogic> logic = new ArrayList<>();
    for (Syntax clause : SyntaxCodec.read(block).parts()) {
      logic.add(new ClauseCompiler(vocabulary).logic(clause));
    }
    return new RuleLogic(logic);
  }

  private static Problem problem(SourceFile page, LanguageException mistake) {
    int end = Math.min(page.text().length(), Math.max(mistake.end(), mistake.start()));
    return Problem.error(mistake.getMessage(), page.at(Math.min(mistake.start(), end), end));
  }

  /** The rule of a block that {@link #compile} found without mistakes. */
  public Checker compiled(String block) {
    List<Clause> clauses = new ArrayList<>();
    for (Syntax clause : SyntaxCodec.read(block).parts()) {
      clauses.add(new ClauseCompiler(vocabulary).compile(clause));
    }
    return new LanguageRule(clauses, vocabulary.subjects());
  }
}
