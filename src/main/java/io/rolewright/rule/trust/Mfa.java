package io.rolewright.rule.trust;

import io.rolewright.model.Condition;
import io.rolewright.model.Statement;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import io.rolewright.simulate.Truth;
import java.util.List;
import java.util.Map;

/**
 * The condition keys that tell of multi-factor authentication, and what a request may say (R4.1).
 */
public final class Mfa {

  public static final String PRESENT = "aws:multifactorauthpresent";
  public static final String AGE = "aws:multifactorauthage";

  private Mfa() {}

  public static boolean tests(Condition condition) {
    return condition.keyName().equals(PRESENT) || condition.keyName().equals(AGE);
  }

  /** The conditions of a statement that test MFA. */
  public static List<Condition> tests(Statement statement) {
    return statement.conditions().stream().filter(Mfa::tests).toList();
  }

  /**
   * Whether conditions on MFA hold together in a request.
   *
   * @param said what the request says of MFA: {@code absent}, {@code false}, or how many seconds
   *     ago the caller signed in with MFA
   */
  public static Truth hold(List<Condition> conditions, String said) {
    Context context = context(said);
    Request request =
        new Request(Caller.user(Estate.UNNAMED_ACCOUNT, "x"), "sts:AssumeRole", "*", context);
    StatementMatch match = new StatementMatch(request, Estate.UNNAMED_ACCOUNT);
    Truth all = Truth.YES;
    for (Condition condition : conditions) {
      all = all.and(match.holds(condition));
    }
    return all;
  }

  private static Context context(String said) {
    return switch (said) {
      case "absent" -> Context.EMPTY;
      case "false" -> Context.of(Map.of(PRESENT, List.of("false")));
      default -> Context.of(Map.of(PRESENT, List.of("true"), AGE, List.of(said)));
    };
  }

  /** Which requests they are that say so of MFA. */
  public static String words(String said) {
    return switch (said) {
      case "absent" -> "requests with long-term access keys, which have no MFA key at all";
      case "false" -> "requests of sessions without MFA";
      default -> "requests " + said + " seconds after signing in with MFA";
    };
  }
}
