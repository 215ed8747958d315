package io.rolewright.simulate;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.List;

/** Whether a statement applies to a request: every element must match (R2.1). */
public final class StatementMatch {

  private final Request request;
  private final String ownAccount;
  private final Matching matching;
  private final Conditions conditions;

  /**
   * @param ownAccount the account that owns the policies asked about; what an unnamed own account
   *     stands for
   */
  public StatementMatch(Request request, String ownAccount) {
    this.request = request;
    this.ownAccount = ownAccount;
    this.matching = new Matching(request.context(), ownAccount);
    this.conditions = new Conditions(request.context(), ownAccount);
  }

  /** A statement of a trust policy, whose resource is always the role itself (R1.25). */
  public Truth matchesTrust(Statement statement) {
    Truth named =
        new Principals(request.principal(), !statement.isDeny(), ownAccount)
            .matches(statement.principal());
    if (named.isNo()) {
      return named;
    }
    return named.and(matchesAction(statement.action())).and(conditions.all(statement.conditions()));
  }

  /** A statement of a policy that names no principal. */
  public Truth matchesPermission(Statement statement) {
    return matchesAction(statement.action())
        .and(resource(statement.resource()))
        .and(conditions.all(statement.conditions()));
  }

  /** Whether the resource is among those the statement speaks of, whatever its action. */
  public Truth matchesResource(Statement statement) {
    return resource(statement.resource());
  }

  /** Whether one condition holds in the request. */
  public Truth holds(Condition condition) {
    return conditions.holds(condition);
  }

  /**
   * Whether an action element covers the request's action (R1.17). An absent element belongs to a
   * statement that is unknown as a whole.
   */
  public Truth matchesAction(ActionElement element) {
    return element.match(
        listed -> anyAction(listed.patterns()),
        except -> anyAction(except.patterns()).not(),
        absent -> Truth.UNKNOWN);
  }

  private Truth anyAction(List<Text> patterns) {
    Truth any = Truth.NO;
    for (Text pattern : patterns) {
      any = any.or(matching.glob(pattern, request.action(), true));
    }
    return any;
  }

  /** R1.19 to R1.24; U5 option A, segment by segment. */
  private Truth resource(ResourceElement element) {
    return element.match(
        listed -> anyResource(listed.patterns()),
        except -> anyResource(except.patterns()).not(),
        absent -> Truth.UNKNOWN);
  }

  private Truth anyResource(List<Text> patterns) {
    Truth any = Truth.NO;
    for (Text pattern : patterns) {
      any = any.or(resource(pattern));
    }
    return any;
  }

  private Truth resource(Text pattern) {
    if (pattern.isStar()) {
      return Truth.YES;
    }
    boolean whole = pattern.split(':', 6).size() == 6;
    return whole
        ? matching.arn(pattern, request.resource())
        : matching.glob(pattern, request.resource(), false);
  }
}
