package io.rolewright.rule;

import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects what one rule finds about one subject. The only way to make a {@link Finding}, so that
 * no rule formats output.
 */
public final class Findings {

  private final RuleMetadata rule;
  private final String subject;
  private final List<Finding> found = new ArrayList<>();

  /**
   * @param subject what the findings are about
   */
  public Findings(RuleMetadata rule, String subject) {
    this.rule = rule;
    this.subject = subject;
  }

  /** The rule that is being decided. */
  public RuleMetadata rule() {
    return rule;
  }

  /** What the findings are about, such as {@code role vendor}. */
  public String subject() {
    return subject;
  }

  /** A fault that the text itself shows. */
  public void shape(Severity severity, Origin at, String message, Finding.Related... related) {
    add(severity, at, message, new Evidence.Shape(), List.of(related));
  }

  /** A fault that the text itself shows, with advice of its own. */
  public void shape(Severity severity, Origin at, String message, String advice) {
    Evidence shape = new Evidence.Shape();
    found.add(new Finding(rule, severity, at, message, shape, List.of(), subject, advice));
  }

  private void add(
      Severity severity,
      Origin at,
      String message,
      Evidence evidence,
      List<Finding.Related> related) {
    List<Finding.Related> elsewhere =
        related.stream().filter(r -> !r.at().isSamePlace(at)).toList();
    found.add(new Finding(rule, severity, at, message, evidence, elsewhere, subject));
  }

  /** What was found, with all that is known of it. */
  public void report(
      Severity severity,
      Origin at,
      String message,
      Evidence evidence,
      List<Finding.Related> related,
      Optional<String> advice) {
    List<Finding.Related> elsewhere =
        related.stream().filter(r -> !r.at().isSamePlace(at)).toList();
    String how = advice.orElseGet(rule::advice);
    found.add(new Finding(rule, severity, at, message, evidence, elsewhere, subject, how));
  }

  /**
   * Proposes a fix of what was found last, to be tried after those proposed for it before.
   *
   * @throws IllegalStateException if nothing was found
   */
  public void fixedBy(Fix fix) {
    if (found.isEmpty()) {
      throw new IllegalStateException("a fix of nothing");
    }
    int last = found.size() - 1;
    found.set(last, found.get(last).fixedBy(fix));
  }

  /** What was found, in the order of finding. */
  public List<Finding> all() {
    return List.copyOf(found);
  }
}
