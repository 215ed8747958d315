package io.rolewright.rule.trust;

import io.rolewright.catalog.AssumeAction;
import io.rolewright.catalog.AssumeAction.CallerKind;
import io.rolewright.model.ActionElement;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Lists;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import io.rolewright.simulate.Truth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The actions that a trust policy can grant (R1.9), and which of its principals can call them. */
public final class TrustActions {

  private TrustActions() {}

  /** Whether an element covers one action. */
  public static Truth matches(ActionElement element, AssumeAction action) {
    Request request = new Request(Caller.service("x"), action.id(), "*", Context.EMPTY);
    return new StatementMatch(request, Estate.UNNAMED_ACCOUNT).matchesAction(element);
  }

  /** Whether a single pattern covers one action. */
  public static Truth matches(Text pattern, AssumeAction action) {
    return matches(new ActionElement.Listed(pattern.origin(), List.of(pattern)), action);
  }

  /** The actions that an element covers, or may cover. */
  public static List<AssumeAction> covered(ActionElement element) {
    return AssumeAction.all().stream().filter(a -> !matches(element, a).isNo()).toList();
  }

  /** Whether one of these kinds of callers can call an action. */
  public static boolean isFor(AssumeAction action, Set<CallerKind> kinds) {
    return action.callers().stream().anyMatch(kinds::contains);
  }

  /** The kinds of callers that a statement names. */
  public static Set<CallerKind> callers(Statement statement) {
    if (statement.principal() instanceof PrincipalElement.Except) {
      return EnumSet.allOf(CallerKind.class);
    }
    Set<CallerKind> kinds = EnumSet.noneOf(CallerKind.class);
    statement.principal().patterns().forEach(pattern -> kinds.addAll(callers(pattern)));
    return kinds;
  }

  /**
   * The kinds of callers that a principal can be. All of them for a star, of which AWS does not say
   * whether it names federated callers (U29), and where a template leaves open what is named.
   */
  private static Set<CallerKind> callers(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> EnumSet.allOf(CallerKind.class),
            account -> Set.of(CallerKind.AWS),
            identity -> Set.of(CallerKind.AWS),
            session -> Set.of(CallerKind.AWS),
            user -> Set.of(CallerKind.AWS),
            service -> Set.of(CallerKind.SERVICE),
            federated -> callers(federated.kind()),
            canonical -> Set.of(),
            id -> Set.of(CallerKind.AWS),
            unresolved -> callers(unresolved.type()),
            malformed -> Set.of()));
  }

  private static Set<CallerKind> callers(PrincipalPattern.FederationKind kind) {
    return switch (kind) {
      case OIDC -> Set.of(CallerKind.OIDC);
      case SAML -> Set.of(CallerKind.SAML);
      case UNDECIDED -> Set.of(CallerKind.OIDC, CallerKind.SAML);
    };
  }

  private static Set<CallerKind> callers(String type) {
    return switch (type) {
      case "AWS" -> EnumSet.allOf(CallerKind.class); // why: a parameter may hold a star
      case "Service" -> Set.of(CallerKind.SERVICE);
      case "Federated" -> Set.of(CallerKind.OIDC, CallerKind.SAML);
      default -> EnumSet.allOf(CallerKind.class);
    };
  }

  /** {@code `a`, `b` and `c`}, for messages. */
  public static String shown(List<AssumeAction> actions) {
    List<String> quoted = actions.stream().map(action -> "`" + action.id() + "`").toList();
    return Lists.shown(quoted);
  }
}
