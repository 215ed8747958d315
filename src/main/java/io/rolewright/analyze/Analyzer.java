package io.rolewright.analyze;

import io.rolewright.rule.RuleMetadata;
import java.util.List;

/** Reads inputs and runs the rules over them. */
public final class Analyzer {

  /** All that is to be said of what {@code request} names. */
  public Analysis analyze(AnalysisRequest request) {
    return new Analysis(List.of(), List.of(), rules(), 0, 0, 0);
  }

  /** The rules there are, by id. */
  public List<RuleMetadata> rules() {
    return List.of();
  }
}
