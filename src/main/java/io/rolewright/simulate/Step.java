package io.rolewright.simulate;

import io.rolewright.source.Origin;
import java.util.List;

/**
 * One step of an evaluation: what was looked at, whether it matched, and why.
 *
 * @param at the place of what was looked at
 * @param text what was looked at, as a person reads it: a pattern, a value, {@code StringEquals
 *     aws:PrincipalTag/team}
 * @param cause why it came out so
 * @param given what the request has here: the values of a condition key, the action, the resource,
 *     the caller; empty where it has none or the step is about none
 * @param steps the parts, in written order
 */
public record Step(
    Kind kind,
    Origin at,
    String text,
    Truth matched,
    Cause cause,
    List<String> given,
    List<Step> steps) {

  /** What kind of thing a step looks at. */
  public enum Kind {
    STATEMENT("statement"),
    PRINCIPAL("principal"),
    ACTION("action"),
    RESOURCE("resource"),
    CONDITION("condition"),
    /** One pattern or value of an element. */
    VALUE("value");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }

    /** The name in text and JSON. */
    public String shown() {
      return shown;
    }
  }

  public Step {
    given = List.copyOf(given);
    steps = List.copyOf(steps);
  }
}
