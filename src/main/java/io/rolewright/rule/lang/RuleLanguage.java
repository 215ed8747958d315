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

  /** Between clauses, and between what is told of one; no syntax tree is written with these. */
  private static final String CLAUSE = "\u001e";

  private static final String PART = "\u001f";

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
        Optional.of(new LanguageRule(clauses, vocabulary)),
        Optional.of(written(tree, clauses)),
        Optional.of(all),
        problems);
  }

  private static Problem dead(SourceFile page, Syntax clause) {
    return Problem.warning(
        "this clause can never report anything: its conditions contradict each other",
        page.at(clause.start(), clause.end()));
  }

  /** A block as {@link #compiled} reads it: of each clause the kind, the slots and the tree. */
  private static String written(Syntax tree, List<Clause> clauses) {
    List<String> written = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      Clause clause = clauses.get(i);
      String code = SyntaxCodec.write(tree.part(i));
      written.add(clause.kind() + PART + clause.slots() + PART + code);
    }
    return String.join(CLAUSE, written);
  }

  /** What a block says that {@link #compile} found without mistakes. */
  public RuleLogic logic(String block) {
    List<ClauseLogic> logic = new ArrayList<>();
    for (String clause : block.split(CLAUSE)) {
      String code = clause.substring(clause.lastIndexOf(PART) + 1);
      logic.add(new ClauseCompiler(vocabulary).logic(SyntaxCodec.read(code)));
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
    for (String clause : block.split(CLAUSE)) {
      int kind = clause.indexOf(PART);
      int slots = clause.indexOf(PART, kind + 1);
      clauses.add(
          new Clause(
              clause.substring(0, kind),
              Integer.parseInt(clause.substring(kind + 1, slots)),
              ClauseSteps.later(vocabulary, clause.substring(slots + 1))));
    }
    return new LanguageRule(clauses, vocabulary);
  }
}
