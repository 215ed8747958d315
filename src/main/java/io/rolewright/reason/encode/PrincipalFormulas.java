package io.rolewright.reason.encode;

import io.rolewright.model.Arn;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.ServiceNames;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which callers a principal element names, and how (R1.10 to R1.16). */
final class PrincipalFormulas {

  private final Terms terms;
  private final Formulas formulas;
  private final Callers callers;
  private final boolean bounded;
  private final TextFormulas texts;

  /**
   * @param bounded whether the callers have a permissions boundary (R1.16)
   */
  PrincipalFormulas(Terms terms, Callers callers, boolean bounded) {
    this.terms = terms;
    this.formulas = terms.formulas();
    this.callers = callers;
    this.bounded = bounded;
    this.texts = new TextFormulas(terms);
  }

  /** When the caller is named, by the way he is named. */
  Map<Naming, Formula> named(PrincipalElement element, PolicyScope scope, boolean deny) {
    return element.match(
        listed -> entries(listed.patterns(), scope, deny),
        except -> except(except.patterns(), scope, deny),
        absent -> absent(scope));
  }

  /** Endpoint policies may name nobody, which covers everybody. */
  private Map<Naming, Formula> absent(PolicyScope scope) {
    boolean all = scope != PolicyScope.RESOURCE && scope != PolicyScope.TRUST;
    return Map.of(Naming.STAR, formulas.constant(all));
  }

  /** R1.16: whoever is not exempt; with Deny a caller is only if all his levels are listed (U4). */
  private Map<Naming, Formula> except(
      List<PrincipalPattern> patterns, PolicyScope scope, boolean deny) {
    if (patterns.isEmpty()) {
      return Map.of(Naming.STAR, formulas.no());
    }
    Map<Naming, Formula> listed = entries(patterns, scope, deny);
    Formula exempt =
        deny ? bounded ? formulas.no() : ofEveryLevel(listed) : formulas.or(listed.values());
    return Map.of(Naming.STAR, formulas.not(exempt));
  }

  private Formula ofEveryLevel(Map<Naming, Formula> listed) {
    List<Formula> all = new ArrayList<>();
    for (Naming level : levels()) {
      all.add(listed.getOrDefault(level, formulas.no()));
    }
    return formulas.or(
        listed.getOrDefault(Naming.STAR, formulas.no()),
        listed.getOrDefault(Naming.UNKNOWN, formulas.no()),
        formulas.and(all));
  }

  private List<Naming> levels() {
    return switch (callers.kind()) {
      case ROOT, ASSUMED_ROOT -> List.of(Naming.ACCOUNT);
      case USER -> List.of(Naming.ACCOUNT, Naming.USER);
      case ROLE_SESSION -> List.of(Naming.ACCOUNT, Naming.ROLE, Naming.SESSION);
      case FEDERATED_USER -> List.of(Naming.ACCOUNT, Naming.USER, Naming.FEDERATED_USER);
      case SERVICE -> List.of(Naming.SERVICE);
      case WEB_IDENTITY, SAML -> List.of(Naming.FEDERATED);
      case ANONYMOUS -> List.of(Naming.STAR);
    };
  }

  private Map<Naming, Formula> entries(
      List<PrincipalPattern> patterns, PolicyScope scope, boolean deny) {
    Map<Naming, List<Formula>> found = new EnumMap<>(Naming.class);
    for (PrincipalPattern pattern : patterns) {
      found
          .computeIfAbsent(naming(pattern), n -> new ArrayList<>())
          .add(entry(pattern, scope, deny));
    }
    Map<Naming, Formula> named = new EnumMap<>(Naming.class);
    found.forEach((naming, all) -> named.put(naming, formulas.or(all)));
    return named;
  }

  private static Naming naming(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Naming.STAR,
            account -> Naming.ACCOUNT,
            identity -> isRole(identity) ? Naming.ROLE : Naming.USER,
            session -> Naming.SESSION,
            user -> Naming.FEDERATED_USER,
            service -> Naming.SERVICE,
            federated -> Naming.FEDERATED,
            canonical -> Naming.UNKNOWN,
            id -> Naming.UNKNOWN,
            unresolved -> Naming.UNKNOWN,
            malformed -> Naming.UNKNOWN));
  }

  private static boolean isRole(PrincipalPattern.Identity identity) {
    return identity.kind() == PrincipalPattern.IdentityKind.ROLE;
  }

  private Formula entry(PrincipalPattern pattern, PolicyScope scope, boolean deny) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> formulas.constant(isEveryone(scope, deny)),
            account -> inAccount(account.written(), account.account()),
            this::identity,
            this::session,
            this::federatedUser,
            this::service,
            federated -> federated(federated, scope),
            canonical -> canonical(canonical, scope),
            id -> formulas.no(),
            unresolved -> unresolved(unresolved, scope, deny),
            malformed -> formulas.no()));
  }

  /** R1.14: in a Deny, an RCP or an endpoint policy the star covers every caller (U3, U29). */
  private boolean isEveryone(PolicyScope scope, boolean deny) {
    if (deny || scope == PolicyScope.RCP || scope == PolicyScope.ENDPOINT) {
      return true;
    }
    return switch (callers.kind()) {
      case WEB_IDENTITY, SAML -> false;
      case ANONYMOUS -> scope == PolicyScope.RESOURCE;
      default -> true;
    };
  }

  private Formula inAccount(Text written, Text account) {
    Optional<String> wanted = Arn.of(written).flatMap(arn -> arn.partition().plain());
    boolean elsewhere = wanted.isPresent() && !wanted.get().equals(callers.partition());
    return elsewhere ? formulas.no() : equal(callers.account(), account);
  }

  private Formula equal(Optional<Compound> given, Text wanted) {
    return given.map(g -> texts.written(g, List.of(wanted))).orElse(formulas.no());
  }

  /** A user stands for his federated sessions too (R1.10). */
  private Formula identity(PrincipalPattern.Identity identity) {
    Optional<Compound> named =
        switch (callers.kind()) {
          case ROLE_SESSION -> isRole(identity) ? callers.name() : Optional.empty();
          case USER -> isRole(identity) ? Optional.empty() : callers.name();
          case FEDERATED_USER -> isRole(identity) ? Optional.empty() : callers.issuer();
          default -> Optional.empty();
        };
    return formulas.and(
        equal(named, identity.path()), inAccount(identity.written(), identity.account()));
  }

  /** The ARN of a session has the name of its role without the path. */
  private Formula session(PrincipalPattern.Session session) {
    if (callers.kind() != Caller.Kind.ROLE_SESSION) {
      return formulas.no();
    }
    List<Text> pieces = session.path().split('/', 2);
    Formula named =
        pieces.size() == 2
            ? formulas.and(
                roleIs(pieces.get(0)),
                texts.written(callers.session().orElseThrow(), pieces.subList(1, 2)))
            : open(session.path());
    return formulas.and(named, inAccount(session.written(), session.account()));
  }

  private Formula roleIs(Text roleName) {
    Optional<String> plain = roleName.plain();
    if (plain.isEmpty()) {
      return open(roleName);
    }
    Pattern.Builder behindPath = new Pattern.Builder().run().characters("/" + plain.get());
    Language names = Language.of(List.of(Pattern.literal(plain.get()), behindPath.build()));
    return callers.name().orElseThrow().in(names, formulas);
  }

  /** That the caller's session is what a text with open pieces says. */
  private Formula open(Text text) {
    return text.hasUnknown()
        ? formulas.symbol("the caller's session is `" + text.shown() + "`")
        : formulas.no();
  }

  private Formula federatedUser(PrincipalPattern.FederatedUser user) {
    return callers.kind() == Caller.Kind.FEDERATED_USER
        ? formulas.and(
            equal(callers.name(), user.name()), inAccount(user.written(), user.account()))
        : formulas.no();
  }

  private Formula service(PrincipalPattern.Service service) {
    return callers.kind() == Caller.Kind.SERVICE
        ? equal(callers.principal(), ServiceNames.resolved(service.name()))
        : formulas.no();
  }

  private Formula federated(PrincipalPattern.Federated federated, PolicyScope scope) {
    Formula kind = proves(federated);
    if (scope == PolicyScope.ENDPOINT || kind == formulas.no()) {
      return formulas.no();
    }
    Formula named =
        formulas.or(
            equal(callers.principal(), federated.provider()),
            equal(callers.principal(), federated.written()));
    return formulas.and(kind, named, formulas.not(foreignProvider()));
  }

  /** R2.15: a provider lets nobody into the roles of other accounts than its own. */
  private Formula foreignProvider() {
    Compound provider = callers.principal().orElseThrow();
    Language own = ArnPatterns.with(ArnPatterns.ACCOUNT, terms.owner());
    return formulas.and(
        provider.in(ArnPatterns.all(), formulas), formulas.not(provider.in(own, formulas)));
  }

  private Formula proves(PrincipalPattern.Federated federated) {
    boolean web = callers.kind() == Caller.Kind.WEB_IDENTITY;
    boolean saml = callers.kind() == Caller.Kind.SAML;
    return switch (federated.kind()) {
      case OIDC -> formulas.constant(web);
      case SAML -> formulas.constant(saml);
      case UNDECIDED ->
          web || saml
              ? formulas.symbol(
                  "`" + federated.shown() + "` is a provider of " + callers.kind().shown())
              : formulas.no();
    };
  }

  /** Whose canonical id it is, nothing here tells. */
  private Formula canonical(PrincipalPattern.CanonicalUser user, PolicyScope scope) {
    return scope == PolicyScope.RESOURCE && callers.account().isPresent()
        ? formulas.symbol("the canonical id `" + user.shown() + "` is the caller's")
        : formulas.no();
  }

  /** What is not known may turn out to be a star. */
  private Formula unresolved(
      PrincipalPattern.Unresolved unresolved, PolicyScope scope, boolean deny) {
    boolean aws = unresolved.type().equals("AWS");
    boolean couldBe = !aws || callers.account().isPresent();
    boolean star = aws && couldBeStar(unresolved.text()) && isEveryone(scope, deny);
    return couldBe || star
        ? formulas.symbol("`" + unresolved.shown() + "` names the caller")
        : formulas.no();
  }

  private static boolean couldBeStar(Text text) {
    return text.parts().stream()
        .allMatch(
            part ->
                part instanceof TextPart.Unknown
                    || part instanceof TextPart.OwnAccount
                    || part instanceof TextPart.AnyRun);
  }
}
