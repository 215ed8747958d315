package io.rolewright.rule.word;

import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.Strangers;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Actors;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.trust.Principals;
import io.rolewright.simulate.Caller;
import java.util.Optional;

/**
 * Who a principal can be, also where a template leaves open which account or name it has: then
 * somebody stands in, and whether he gets in is uncertain.
 */
final class PrincipalActors {

  /** Stands for an account that a template leaves open; no account has this number. */
  static final String STAND_IN = "888888888888";

  private final String ownAccount;
  private final boolean outside;

  /**
   * @param outside whether the callers come from a foreign organisation and network; otherwise from
   *     such as the policy asks
   */
  PrincipalActors(Scope scope, boolean outside) {
    this.ownAccount = scope.owner();
    this.outside = outside;
  }

  /** Somebody whom the principal names; nobody where it names no AWS principal of an account. */
  Optional<Actor> of(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Optional.empty(),
            account -> Optional.of(anyone(number(account.account()))),
            identity -> Optional.of(one(identity)),
            session -> Optional.of(one(session)),
            user -> Optional.empty(),
            service -> Optional.empty(),
            federated -> Optional.empty(),
            canonical -> Optional.empty(),
            id -> Optional.empty(),
            unresolved ->
                unresolved.type().equals("AWS")
                    ? Optional.of(
                        anyone(Principals.account(unresolved).map(this::number).orElse(STAND_IN)))
                    : Optional.empty(),
            malformed -> Optional.empty()));
  }

  private Actor anyone(String account) {
    return outside ? Actors.outsiderOf(account) : Actors.anyoneOf(account);
  }

  private Actor one(PrincipalPattern.Identity identity) {
    String account = number(identity.account());
    String path = filled(identity.path());
    boolean user = identity.kind() == PrincipalPattern.IdentityKind.USER;
    return one(
        user ? Caller.user(account, path) : Caller.roleSession(account, path, Strangers.NAME));
  }

  private Actor one(PrincipalPattern.Session session) {
    String path = filled(session.path());
    int slash = path.indexOf('/');
    String role = slash < 0 ? path : path.substring(0, slash);
    String name = slash < 0 ? Strangers.NAME : path.substring(slash + 1);
    return one(Caller.roleSession(number(session.account()), role, name));
  }

  private Actor one(Caller caller) {
    return outside ? Actors.outsideCaller(caller) : Actors.caller(caller);
  }

  private String number(Text account) {
    return account.isOwnAccount() ? ownAccount : account.plain().orElse(STAND_IN);
  }

  private String filled(Text name) {
    StringBuilder filled = new StringBuilder();
    for (TextPart part : name.parts()) {
      boolean open = part instanceof TextPart.Unknown;
      boolean own = part instanceof TextPart.OwnAccount;
      filled.append(open ? Strangers.NAME : own ? ownAccount : part.shown());
    }
    return filled.toString();
  }
}
