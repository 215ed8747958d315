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
   * @param problems mistakes, each with its place in the rule file
   */
  public record Compilation(
      Optional<Checker> checker, Optional<String> compiled, List<Problem> problems) {

    public Compilation {
      problems = List.copyOf(problems);
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
      return new Compilation(Optional.empty(), Optional.empty(), List.of(problem(page, mistake)));
    }
    List<Problem> problems = new ArrayList<>();
    List<Clause> clauses = new ArrayList<>();
    for (Syntax clause : tree.parts()) {
      try {
        clauses.add(new ClauseCompiler(vocabulary).compile(clause));
      } catch (LanguageException mistake) {
        problems.add(problem(page, mistake));
      }
    }
    return problems.isEmpty()
        ? new Compilation(
            Optional.of(new LanguageRule(clauses)), Optional.of(SyntaxCodec.write(tree)), problems)
        : new Compilation(Optional.empty(), Optional.empty(), problems);
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
    return new LanguageRule(clauses);
  }
}
