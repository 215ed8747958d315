package io.rolewright.simulate.explain;

import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.Verdict;

/**
 * An uncertain item that the verdict hangs on.
 *
 * @param assumedB whether option B was taken
 * @param otherwise the verdict under the other option
 */
public record Doubt(Uncertainty item, boolean assumedB, Verdict otherwise) {

  /** What was taken to be so. */
  public String assumed() {
    return assumedB ? item.optionB() : item.optionA();
  }

  /** The other reading. */
  public String other() {
    return assumedB ? item.optionA() : item.optionB();
  }

  /** The doubt as a sentence without its full stop. */
  public String words() {
    return "this hangs on "
        + item.name()
        + " ("
        + item.topic()
        + "), of which AWS's documents leave open whether "
        + letter(assumedB)
        + ") "
        + assumed()
        + ", as taken here, or "
        + letter(!assumedB)
        + ") "
        + other()
        + ", under which the request is "
        + Sentences.verdict(otherwise);
  }

  private static String letter(boolean b) {
    return b ? "B" : "A";
  }
}
