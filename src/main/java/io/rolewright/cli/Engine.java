package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.rule.RuleMetadata;
import java.time.LocalDate;
import java.util.List;

/** What the command line drives. */
interface Engine {

  Analysis analyze(AnalysisRequest request);

  /** The shipped rules, by id. */
  List<RuleMetadata> rules();

  /** The Markdown page of a rule. */
  String page(RuleMetadata rule);

  /** The version of Rolewright. */
  String version();

  /** The day up to which the catalogue knows AWS. */
  LocalDate catalogueDate();
}
