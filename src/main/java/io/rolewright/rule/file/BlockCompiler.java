package io.rolewright.rule.file;

import io.rolewright.rule.Checker;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import io.rolewright.source.Span;
import java.util.List;
import java.util.Optional;

/** Makes a checker of a rule that is written in the rule language. */
@FunctionalInterface
public interface BlockCompiler {

  /** A build that knows no rule language yet. */
  BlockCompiler NONE =
      (page, block) ->
          new Compilation(
              Optional.empty(),
              List.of(
                  Problem.error(
                      "this build cannot read rules in the rule language",
                      page.at(block.start(), block.end()))));

  /**
   * What came of a block.
   *
   * @param checker empty if the block is wrong
   * @param problems what is wrong, at its place in the page
   */
  record Compilation(Optional<Checker> checker, List<Problem> problems) {}

  /**
   * @param page the rule file
   * @param block the text between the fences
   */
  Compilation compile(SourceFile page, Span block);
}
