package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Reasoning;
import io.rolewright.analyze.fix.Fixed;
import io.rolewright.analyze.scenario.ScenarioRun;
import io.rolewright.analyze.scenario.Scenarios;
import io.rolewright.analyze.scenario.Scenarios.Asked;
import io.rolewright.rule.RuleMetadata;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What the command line drives. */
interface Engine {

  Analysis analyze(AnalysisRequest request);

  /** The same, with the fixes of open findings that were proved. */
  default Analysis analyzeWithFixes(AnalysisRequest request) {
    return analyze(request);
  }

  /** Makes all fixes that are proved, in memory. */
  default Fixed fix(AnalysisRequest request) {
    return new Fixed(analyze(request), List.of(), List.of());
  }

  /**
   * Simulates a scenario file.
   *
   * @param asked put after the file's own questions
   */
  default ScenarioRun assume(Scenarios scenarios, Path file, List<Asked> asked) {
    return scenarios.run(file, asked);
  }

  /**
   * By what means the questions of one run are decided.
   *
   * @param checked whether every answer is to be looked at again
   */
  default Reasoning reasoning(boolean checked) {
    return checked ? Reasoning.checked() : Reasoning.unchecked();
  }

  /** The shipped rules, by id. */
  List<RuleMetadata> rules();

  /** The Markdown page of a rule. */
  String page(RuleMetadata rule);

  /** The version of Rolewright. */
  String version();

  /** The day up to which the catalogue knows AWS. */
  LocalDate catalogueDate();
}
