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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The actors that rules ask about. */
public final class Actors {

  private static final String ASSUME = "sts:AssumeRole";

  private static final String COGNITO = "cognito-identity.amazonaws.com";

  /** Where a request comes from: an address, or an endpoint and whose it is. */
  private static final Set<String> NETWORK =
      Set.of(
          "aws:sourceip",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:sourcevpcarn",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpceorgpaths",
          "aws:vpcsourceip");

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
          .map(requests -> requests.where(Foreign.ownersOrganization(named)))
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

  /** Each of several, the first ones first. */
  public static Actor oneOf(List<Actor> actors) {
    return target -> actors.stream().flatMap(a -> a.requests(target).stream()).toList();
  }

  /** A user or role of an account whom no policy has in mind, for the rest like a trusted one. */
  public static Actor unnamedOf(String account) {
    Actor user = caller(Caller.user(account, Strangers.NAME));
    Actor role = caller(Caller.roleSession(account, Strangers.NAME, Strangers.NAME));
    return target -> Stream.of(user, role).flatMap(each -> each.requests(target).stream()).toList();
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
        .map(requests -> requests.where(Foreign.ownersOrganization(named)))
        .toList();
  }

  /** Another tenant of an identity provider, which is named by its issuer. */
  public static Actor foreignTenant(String issuer) {
    return foreignTenant(issuer, Set.of());
  }

  /**
   * Another tenant of GitHub whose jobs call a reusable workflow of whomever he likes: the token
   * has that workflow in {@code job_workflow_ref}, and all its other claims are of the caller.
   *
   * @see <a
   *     href="https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows">Using
   *     OpenID Connect with reusable workflows</a>
   */
  public static Actor foreignCaller(String issuer) {
    return foreignTenant(issuer, Set.of("job_workflow_ref"));
  }

  private static Actor foreignTenant(String issuer, Set<String> borrowed) {
    Callers callers = Callers.of(Caller.federated(Caller.Kind.WEB_IDENTITY, issuer));
    return target -> {
      TenantKeys own = new TenantKeys(issuer, target.named(), borrowed);
      Requests requests = target.requests(callers, "sts:AssumeRoleWithWebIdentity");
      return List.of(requests.where(own.restriction(own::examples, Set.of())));
    };
  }

  /** Whoever has a token of an identity provider, whatever it says. */
  public static Actor anyToken(String issuer) {
    return with(issuer, AnyTokens::new, sort -> true);
  }

  /**
   * A project of an identity provider's customers, known ones too, that the policies do not name in
   * full: another repository, pipeline, workspace or service account. Nobody where tokens tell no
   * projects apart.
   */
  public static Actor foreignProject(String issuer) {
    return with(issuer, FreshProjects::new, FreshProjects::isSomebody);
  }

  /**
   * A project that the policies name in full, with a branch, tag, environment, event or phase that
   * they do not name. Nobody where they name no project, or tokens tell no refs apart.
   */
  public static Actor foreignRef(String issuer) {
    return with(issuer, FreshRefs::new, FreshRefs::isSomebody);
  }

  /**
   * Whoever has a token of a class, such as {@code pull_request} for code that nobody has reviewed.
   * Nobody where the issuer is not known to have such tokens.
   *
   * @param kind one of {@link io.rolewright.catalog.Issuer#kinds()}
   */
  public static Actor event(String issuer, String kind) {
    return with(issuer, tokens -> new EventTokens(tokens, kind), EventTokens::isSomebody);
  }

  /** A guest of a Cognito identity pool, any pool: he has not signed in anywhere. */
  public static Actor unauthenticated() {
    KeyTest guest = KeyTest.oneOf(COGNITO + ":amr", Set.of("unauthenticated"));
    Say only =
        key -> key.name().equals(COGNITO + ":amr") ? key.only("unauthenticated") : key.free();
    return where(where(anyToken(COGNITO), guest), only.restriction(Map.of()));
  }

  private static <S extends TokenSort> Actor with(
      String issuer, Function<Tokens, S> sort, Predicate<S> isSomebody) {
    Callers callers = Callers.of(Caller.federated(Caller.Kind.WEB_IDENTITY, issuer));
    return target -> {
      Tokens tokens = Tokens.of(issuer, target.named());
      S own = sort.apply(tokens);
      Requests requests = target.requests(callers, "sts:AssumeRoleWithWebIdentity");
      return isSomebody.test(own)
          ? List.of(requests.where(new TokenKeys(tokens, own).restriction()))
          : List.of();
    };
  }

  /**
   * Whoever has an assertion of a SAML provider, whatever it says.
   *
   * @param provider its ARN
   */
  public static Actor anyAssertion(String provider) {
    Callers callers = Callers.of(Caller.federated(Caller.Kind.SAML, provider));
    Say own = new InsiderKeys();
    return target ->
        List.of(
            target
                .requests(callers, "sts:AssumeRoleWithSAML")
                .where(own.restriction(Map.of("saml:sub", List.of(Strangers.NAME)))));
  }

  /** A service acting for a stranger's resource. */
  public static Actor confusedService(String service) {
    Callers callers = Callers.of(Caller.service(service));
    return target -> {
      Named named = target.named();
      Say own = new DeputyKeys(service, named);
      Map<String, List<String>> examples = Examples.ofSources(service, named);
      Requests requests = target.requests(callers, ASSUME).where(own.restriction(examples));
      return List.of(requests.where(Foreign.ownersOrganization(named)));
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

  /** The actor when he signed in with an MFA device more than so many seconds ago. */
  public static Actor signedInBefore(Actor actor, long seconds) {
    return where(actor, new SignedIn(seconds).restriction(Map.of()));
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

  /** The actor when he calls from a network that the policies do not know. */
  public static Actor elsewhere(Actor actor) {
    return target -> {
      Foreign foreign = new Foreign(target.named(), "");
      Say network =
          key -> NETWORK.contains(key.name()) ? foreign.of(key).orElseThrow() : key.free();
      return where(actor, network.restriction(Map.of())).requests(target);
    };
  }

  /** The actor as a person with credentials of his own: an IAM user, no session of a role. */
  public static Actor person(Actor actor) {
    return target ->
        actor.requests(target).stream()
            .filter(requests -> requests.callers().kind() == Caller.Kind.USER)
            .toList();
  }
}
