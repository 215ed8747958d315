package io.rolewright.reason;

import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Map;

/** The actors that rules ask about. */
public final class Actors {

  private Actors() {}

  /**
   * Anybody: an AWS account and organisation that nobody knows, an MFA device, any external ID,
   * session name and tags, and role names as he likes.
   */
  public static Actor stranger() {
    return AwsActor.stranger();
  }

  /** Any principal of an account, its organisation and network being such as the policy asks. */
  public static Actor anyoneOf(String account) {
    return AwsActor.of(account);
  }

  /** An arbitrary principal of an account with a foreign organisation and network. */
  public static Actor outsiderOf(String account) {
    return AwsActor.outsider(account);
  }

  /** One caller, its organisation and network being such as the policy asks. */
  public static Actor caller(Caller caller) {
    return AwsActor.caller(caller, false);
  }

  /** One caller of a foreign organisation and network. */
  public static Actor outsideCaller(Caller caller) {
    return AwsActor.caller(caller, true);
  }

  /** Another tenant of an identity provider, which is named by its issuer. */
  public static Actor foreignTenant(String issuer) {
    return new FederatedActor(issuer);
  }

  /** A service acting for a stranger's resource. */
  public static Actor confusedService(String service) {
    return new ServiceActor(service);
  }

  /** The actor when he has not signed in with an MFA device. */
  public static Actor withoutMfa(Actor actor) {
    return new Constrained(
        actor,
        Map.of(
            "aws:multifactorauthpresent",
            List.of(List.of(), List.of("false")),
            "aws:multifactorauthage",
            List.of(List.of())));
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
    return Constrained.without(actor, key);
  }

  /** The actor as a person with credentials of his own: an IAM user, no session of a role. */
  public static Actor person(Actor actor) {
    return new People(actor);
  }
}
