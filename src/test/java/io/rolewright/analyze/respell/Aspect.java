package io.rolewright.analyze.respell;

import io.rolewright.rule.Finding;
import io.rolewright.rule.Severity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/** In which respect two spellings must agree; where something was found never counts. */
enum Aspect {

  /** Each finding: its rule, how grave it is, and of what it speaks. */
  EACH {
    @Override
    List<String> lines(List<Finding> findings) {
      return sorted(findings.stream().map(f -> line(f) + " of " + f.subject()).toList());
    }
  },

  /** The same without the subject, which has another name in another file. */
  RULES {
    @Override
    List<String> lines(List<Finding> findings) {
      return sorted(findings.stream().map(Aspect::line).toList());
    }
  },

  /**
   * How grave the worst finding of a rule is; how often depends on how many statements there are.
   */
  WORST {
    @Override
    List<String> lines(List<Finding> findings) {
      BinaryOperator<Severity> graver = (a, b) -> a.reaches(b) ? a : b;
      TreeMap<String, Severity> worst = new TreeMap<>();
      findings.forEach(
          f -> worst.merge(f.rule().id() + " of " + f.subject(), f.severity(), graver));
      return worst.entrySet().stream().map(e -> e.getKey() + " " + e.getValue().shown()).toList();
    }
  };

  abstract List<String> lines(List<Finding> findings);

  /** The same without the rules named. */
  List<String> lines(List<Finding> findings, Set<String> except) {
    return lines(findings.stream().filter(f -> !except.contains(f.rule().id())).toList());
  }

  private static String line(Finding finding) {
    return finding.rule().id() + " " + finding.severity().shown();
  }

  private static List<String> sorted(List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    return sorted;
  }
}
