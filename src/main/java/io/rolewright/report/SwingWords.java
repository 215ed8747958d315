package io.rolewright.report;

import io.rolewright.analyze.scenario.Swing;
import io.rolewright.simulate.Uncertainty;
import java.util.ArrayList;
import java.util.List;

/** What hangs on an uncertain item of which the effect shows later, in words. */
final class SwingWords {

  private SwingWords() {}

  static String of(Swing swing) {
    Uncertainty item = swing.item();
    List<String> changes = new ArrayList<>();
    swing.changes().forEach(change -> changes.add(of(change)));
    return "unsure: AWS's documents leave open "
        + item.topic()
        + " ("
        + item.name()
        + "): taken here is that "
        + (swing.isB() ? item.optionB() : item.optionA())
        + "; if "
        + (swing.isB() ? item.optionA() : item.optionB())
        + ", "
        + String.join(" and ", changes);
  }

  private static String of(Swing.Change change) {
    return change.isCall()
        ? "call " + change.number() + " is " + (change.allowed() ? "accepted" : "refused")
        : "question " + change.number() + " is " + (change.allowed() ? "allowed" : "denied");
  }
}
