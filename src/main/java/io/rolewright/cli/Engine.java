package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.rule.RuleMetadata;
import java.util.List;

/** What the command line drives. */
interface Engine {

  Analysis analyze(AnalysisRequest request);

  /** The shipped rules, by id. */
  List<RuleMetadata> rules();

  /** The rule file of a rule. */
  String page(RuleMetadata rule);

  /** The lines that {@code --version} prints; the first is the version itself. */
  List<String> versions();
}
