package io.rolewright.reason.actor;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.PolicyScope;
import java.util.ArrayList;
import java.util.List;

/** Whether actors get in through statements of a trust policy, all Denies considered. */
public final class Entry {

  private final PolicyDocument trust;
  private final Target target;
  private final Means means;

  private Entry(PolicyDocument trust, Target target, Means means) {
    this.trust = trust;
    this.target = target;
    this.means = means;
  }

  /** Into a role by its trust policy. */
  public static Entry of(PolicyDocument trust, Target target) {
    return of(trust, target, Means.ordinary());
  }

  /** The same by other means. */
  public static Entry of(PolicyDocument trust, Target target, Means means) {
    return new Entry(trust, target, means);
  }

  /**
   * A request of the actor that the policy allows, among others by {@code through}; or that there
   * is none.
   */
  public Outcome find(Statement through, Actor actor) {
    List<Statement> left = new ArrayList<>();
    for (Statement each : trust.statements()) {
      if (each == through || !each.isAllow()) {
        left.add(each);
      }
    }
    Judged judged = Judged.policy(trust.with(left), PolicyScope.TRUST, target.owner());
    return Question.of(List.of(judged), List.of()).ask(matching(through, actor), means);
  }

  /** A statement whose effect is not known stays too, and must not be what lets him in. */
  private List<Requests> matching(Statement through, Actor actor) {
    return actor.requests(target).stream()
        .map(each -> each.where(e -> e.applies(through, PolicyScope.TRUST, target.owner())))
        .toList();
  }
}
