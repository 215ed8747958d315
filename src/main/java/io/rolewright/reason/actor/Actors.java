package io.rolewright.reason.actor;

import io.rolewright.reason.Strangers;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The actors that rules ask about. */
public final class Actors {

  private static final String ASSUME = "sts:AssumeRole";

  private Actors() {}

  /**
   * Anybody: a user or role session of an account that is neither the owner's nor named by the
   * policies, in a foreign organisation and network or none, with an MFA device, any external ID,
   * session name and tags, and names of users and roles as he likes.
   */
  public static Actor stranger() {
    return target -> {
      Named named = target.named();
      Language known = named.accountsBut("");
      Requests.Restriction own = new OutsiderKeys(named, "").restriction(Examples.of(named));
      return kinds(target).stream()
          .map(callers -> target.requests(callers, ASSUME).where(own).where(Typed::names))
          .map(requests -> requests.where(e -> notIn(known, e)))
          .map(requests -> requests.where(OutsiderKeys.ids(named)))
          .toList();
    };
  }

  private static Formula notIn(Language known, Encoding encoding) {
    return encoding.formulas().not(encoding.formulas().in(Callers.ACCOUNT, known));
  }

  private static List<Callers> kinds(Target target) {
    return List.of(
        Callers.all(Caller.Kind.USER, target.partition()),
        Callers.all(Caller.Kind.ROLE_SESSION, target.partition()));
  }

  /**
   * Any principal of an account, its organisation and network being such as the policy asks: the
   * least of those who are trusted.
   */
  public static Actor anyoneOf(String account) {
    return target -> {
      Requests.Restriction own = new InsiderKeys().restriction(Examples.of(target.named()));
      return kinds(target).stream()
          .map(callers -> target.requests(callers.ofAccount(account), ASSUME))
          .map(requests -> requests.where(own).where(Typed::names))
          .toList();
    };
  }

  /**
   * An arbitrary principal of an account with a foreign organisation and network: nobody whom the
   * policy has in mind by his name.
   */
  public static Actor outsiderOf(String account) {
    Callers user = Callers.of(Caller.user(account, Strangers.NAME));
    Callers role = Callers.of(Caller.roleSession(account, Strangers.NAME, Strangers.NAME));
    return target -> outside(List.of(user, role.withAnySession()), account, target);
  }

  /** One caller, its organisation and network being such as the policy asks. */
  public static Actor caller(Caller caller) {
    return target ->
        List.of(
            target
                .requests(Callers.of(caller), ASSUME)
                .where(new InsiderKeys().restriction(Examples.of(target.named()))));
  }

  /** One caller of a foreign organisation and network. */
  public static Actor outsideCaller(Caller caller) {
    return target -> outside(List.of(Callers.of(caller)), caller.account().orElse(""), target);
  }

  private static List<Requests> outside(List<Callers> callers, String account, Target target) {
    Named named = target.named();
    Requests.Restriction own = new OutsiderKeys(named, account).restriction(Examples.of(named));
    Requests.Restriction ids = OutsiderKeys.ids(named);
    return callers.stream()
        .map(each -> target.requests(each, ASSUME).where(own).where(ids))
        .toList();
  }

  /** Another tenant of an identity provider, which is named by its issuer. */
  public static Actor foreignTenant(String issuer) {
    Callers callers = Callers.of(Caller.federated(Caller.Kind.WEB_IDENTITY, issuer));
    return target -> {
      TenantKeys own = new TenantKeys(issuer, target.named());
      Requests requests = target.requests(callers, "sts:AssumeRoleWithWebIdentity");
      return List.of(requests.where(own.restriction(own.examples())));
    };
  }

  /** A service acting for a stranger's resource. */
  public static Actor confusedService(String service) {
    Callers callers = Callers.of(Caller.service(service));
    return target -> {
      Named named = target.named();
      Say own = new DeputyKeys(service, named);
      Map<String, List<String>> examples = Examples.ofSources(service, named);
      return List.of(target.requests(callers, ASSUME).where(own.restriction(examples)));
    };
  }

  private static Actor where(Actor actor, Requests.Restriction restriction) {
    return target ->
        actor.requests(target).stream().map(requests -> requests.where(restriction)).toList();
  }

  /** The actor when he has not signed in with an MFA device. */
  public static Actor withoutMfa(Actor actor) {
    KeyTest signedIn = KeyTest.oneOf("aws:MultiFactorAuthPresent", Set.of("true"));
    return without(where(actor, unread(signedIn.negated())), "aws:multifactorauthage");
  }

  /** The actor when he sends no external ID. */
  public static Actor withoutExternalId(Actor actor) {
    return without(actor, "sts:externalid");
  }

  /**
   * The actor when a key is not in his request; nobody where it always is.
   *
   * @param key in lower case
   */
  public static Actor without(Actor actor, String key) {
    return where(actor, unread(KeyTest.present(key).negated()));
  }

  /** The test, of a key that is not shown unless policies read it. */
  private static Requests.Restriction unread(KeyTest test) {
    return test::on;
  }

  /** The actor in no organisation, or in one that is not among these. */
  public static Actor outside(Actor actor, Set<String> organizations) {
    return where(actor, new ForeignOrganizations(organizations).restriction(Map.of()));
  }

  /** The actor as a person with credentials of his own: an IAM user, no session of a role. */
  public static Actor person(Actor actor) {
    return target ->
        actor.requests(target).stream()
            .filter(requests -> requests.callers().kind() == Caller.Kind.USER)
            .toList();
  }
}
