package io.rolewright.rule.escalation;

import io.rolewright.catalog.EscalationPath;
import io.rolewright.model.Role;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Grant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A way by which a holder gets more rights than he has, with a request for each of its calls.
 *
 * @param path of the published list
 * @param steps never none; in the order of the path's actions
 * @param target the resource whose rights are got, or that is written to; an ARN, perhaps of a name
 *     that stands for any
 * @param role the role of the input that is got into, if it is one of these
 */
public record Route(EscalationPath path, List<Step> steps, String target, Optional<Role> role) {

  /**
   * One call.
   *
   * @param ability the request, which the simulator allows
   */
  public record Step(String action, Ability.Able ability) {
    public Grant grant() {
      return ability.grant();
    }
  }

  public Route {
    steps = List.copyOf(steps);
  }

  /** Whether it works whatever is unknown. */
  public boolean isCertain() {
    return steps.stream().allMatch(step -> step.ability().isCertain());
  }

  /** What would have to be known for it to be certain, ascending; none where it is. */
  public List<String> unknowns() {
    TreeSet<String> all = new TreeSet<>();
    steps.forEach(step -> all.addAll(step.ability().unknowns()));
    return List.copyOf(all);
  }

  /** The call that decides: of a passed role the passing, else the first. */
  public Step decisive() {
    return steps.get(0);
  }
}
