package io.rolewright.analyze.scenario;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Uncertainty;
import java.util.ArrayList;
import java.util.List;

/**
 * An uncertain item that, taken the other way, changes how a scenario goes although it changes no
 * single decision: MFA in a role's session, for one, shows only in the session's next request.
 *
 * @param isB whether option B of the item is taken now
 * @param changes what would end otherwise
 */
public record Swing(Uncertainty item, boolean isB, List<Change> changes) {

  /**
   * One call or question that would end otherwise.
   *
   * @param isCall a call, else a question
   * @param number from 1, in the order of the scenario
   * @param allowed what it would be
   */
  public record Change(boolean isCall, int number, boolean allowed) {}

  /** The items that change what a session or a call carries. */
  private static final List<Uncertainty> OF_SESSIONS =
      List.of(Uncertainty.U22, Uncertainty.U23, Uncertainty.U24, Uncertainty.U26);

  public Swing {
    changes = List.copyOf(changes);
  }

  /** In the order of the items. */
  static List<Swing> of(Scenario scenario, Course course, Assumptions assumptions) {
    List<Swing> swings = new ArrayList<>();
    for (Uncertainty item : OF_SESSIONS) {
      Course other = Course.of(scenario, assumptions.flipped(item));
      List<Change> changes = new ArrayList<>(calls(item, course, other));
      changes.addAll(questions(item, course, other));
      if (!changes.isEmpty()) {
        swings.add(new Swing(item, assumptions.isB(item), changes));
      }
    }
    return swings;
  }

  private static List<Change> calls(Uncertainty item, Course course, Course other) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < Math.min(course.outcomes().size(), other.outcomes().size()); i++) {
      boolean accepted = other.outcomes().get(i).isAccepted();
      boolean told =
          course.outcomes().get(i).decisions().stream().anyMatch(d -> d.hangsOn().contains(item));
      if (accepted != course.outcomes().get(i).isAccepted() && !told) {
        changes.add(new Change(true, i + 1, accepted));
      }
    }
    return changes;
  }

  private static List<Change> questions(Uncertainty item, Course course, Course other) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < Math.min(course.answers().size(), other.answers().size()); i++) {
      ScenarioRun.Answer now = course.answers().get(i);
      boolean allowed = other.answers().get(i).isAllowed();
      if (allowed != now.isAllowed() && !now.authorized().hangsOn().contains(item)) {
        changes.add(new Change(false, i + 1, allowed));
      }
    }
    return changes;
  }
}
