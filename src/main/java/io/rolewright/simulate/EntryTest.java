package io.rolewright.simulate;

import io.rolewright.model.Arn;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Text;
import io.rolewright.simulate.TextTest.Reading;
import java.util.Optional;

/** Whether one entry of a principal element names a caller, and why or why not. */
final class EntryTest {

  /** Whether an entry names the caller. */
  private interface Test {
    Truth names(Facts facts, PolicyScope scope);
  }

  private final PrincipalPattern pattern;
  private final boolean deny;
  private final Assumptions assumptions;
  private final Form form;
  private final Optional<Place> place;
  private final Test test;
  private final Text text;
  private final String shown;

  EntryTest(PrincipalPattern pattern, boolean deny, Assumptions assumptions) {
    this.pattern = pattern;
    this.deny = deny;
    this.assumptions = assumptions;
    this.form = formOf(pattern);
    this.place = placeOf(pattern);
    this.test = test();
    this.shown = pattern.shown();
    this.text = Text.literal(pattern.origin(), shown);
  }

  Form form() {
    return form;
  }

  /** The entry as text, for people. */
  Text text() {
    return text;
  }

  String shown() {
    return shown;
  }

  Truth matches(Facts facts, PolicyScope scope) {
    return test.names(facts, scope);
  }

  private static Form formOf(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Form.STAR,
            account -> Form.ACCOUNT,
            identity ->
                identity.kind() == PrincipalPattern.IdentityKind.ROLE ? Form.ROLE : Form.USER,
            session -> Form.SESSION,
            user -> Form.FEDERATED_USER,
            service -> Form.SERVICE,
            federated -> Form.FEDERATED,
            canonical -> Form.UNKNOWN,
            id -> Form.UNKNOWN,
            unresolved -> Form.UNKNOWN,
            malformed -> Form.UNKNOWN));
  }

  private Test test() {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> (facts, scope) -> Truth.of(everyone(facts.caller(), scope)),
            account -> inAccount(),
            this::identity,
            session -> named(Caller.Kind.ROLE_SESSION, session.path()),
            user -> named(Caller.Kind.FEDERATED_USER, user.name()),
            service -> service(ServiceNames.resolved(service.name())),
            this::federated,
            canonical -> (facts, scope) -> canonical(scope, facts.caller()),
            id -> (facts, scope) -> Truth.NO,
            this::unresolved,
            malformed -> (facts, scope) -> Truth.NO));
  }

  /** R1.14: in a Deny, an RCP or an endpoint policy the star covers every caller. */
  private boolean everyone(Caller caller, PolicyScope scope) {
    if (deny || scope == PolicyScope.RCP || scope == PolicyScope.ENDPOINT) {
      return true;
    }
    return switch (caller.kind()) {
      case SERVICE -> !assumptions.isB(Uncertainty.U3);
      case WEB_IDENTITY, SAML -> scope == PolicyScope.TRUST && assumptions.isB(Uncertainty.U29);
      case ANONYMOUS -> scope == PolicyScope.RESOURCE;
      default -> true;
    };
  }

  /** Whose canonical id it is, nothing here tells. */
  private static Truth canonical(PolicyScope scope, Caller caller) {
    boolean possible = scope == PolicyScope.RESOURCE && caller.account().isPresent();
    return possible ? Truth.UNKNOWN : Truth.NO;
  }

  /** For entries that are in a place. */
  private Test inAccount() {
    Place in = place.orElseThrow();
    return (facts, scope) ->
        equal(in.account(), facts.caller().account(), facts)
            .and(Truth.of(samePartition(in.partition(), facts)));
  }

  /**
   * Whether an ARN names a principal of the caller's partition. A partition that a template leaves
   * open is the one it is deployed to.
   */
  private static boolean samePartition(Optional<String> wanted, Facts facts) {
    return !facts.partitions()
        || wanted.isEmpty()
        || facts.names().partition().isEmpty()
        || wanted.equals(facts.names().partition());
  }

  /** A user stands for his federated sessions too (R1.10). */
  private Test identity(PrincipalPattern.Identity identity) {
    boolean role = identity.kind() == PrincipalPattern.IdentityKind.ROLE;
    TextTest path = text(identity.path());
    Test account = inAccount();
    return (facts, scope) -> {
      Optional<String> name = role ? facts.names().role() : facts.names().user();
      Truth named = equal(path, name, facts);
      return named.isNo() ? named : named.and(account.names(facts, scope));
    };
  }

  private static Optional<String> userArn(Caller caller) {
    return caller.kind() == Caller.Kind.USER ? caller.arn() : caller.userArn();
  }

  private Test named(Caller.Kind kind, Text name) {
    TextTest names = text(name);
    Test inAccount = inAccount();
    return (facts, scope) ->
        facts.caller().kind() == kind
            ? equal(names, facts.names().own(), facts).and(inAccount.names(facts, scope))
            : Truth.NO;
  }

  private Test service(Text name) {
    TextTest names = text(name);
    return (facts, scope) ->
        facts.caller().kind() == Caller.Kind.SERVICE
            ? equal(names, facts.caller().name(), facts)
            : Truth.NO;
  }

  private Test federated(PrincipalPattern.Federated federated) {
    TextTest provider = text(federated.provider());
    TextTest written = text(federated.written());
    return (facts, scope) -> {
      Truth kind = proves(federated.kind(), facts.caller().kind());
      // an unsigned call comes to an endpoint as nobody (R2.6)
      return kind.isNo() || scope == PolicyScope.ENDPOINT || isForeignProvider(facts)
          ? Truth.NO
          : kind.and(
              equal(provider, facts.caller().name(), facts)
                  .or(equal(written, facts.caller().name(), facts)));
    };
  }

  /** A provider lets nobody into the roles of other accounts than its own (R2.15). */
  private static boolean isForeignProvider(Facts facts) {
    Optional<String> account = facts.names().providerAccount();
    return facts.partitions() && account.isPresent() && !account.get().equals(facts.owner());
  }

  private static Truth proves(PrincipalPattern.FederationKind wanted, Caller.Kind kind) {
    return switch (wanted) {
      case OIDC -> Truth.of(kind == Caller.Kind.WEB_IDENTITY);
      case SAML -> Truth.of(kind == Caller.Kind.SAML);
      case UNDECIDED ->
          Truth.of(kind == Caller.Kind.WEB_IDENTITY || kind == Caller.Kind.SAML).and(Truth.UNKNOWN);
    };
  }

  private TextTest text(Text text) {
    return TextTest.of(text, Reading.WRITTEN, assumptions);
  }

  private static Truth equal(TextTest test, Optional<String> value, Facts facts) {
    return value.isPresent() ? test.matches(value.get(), facts) : Truth.NO;
  }

  /** What is not known may turn out to be a star. */
  private Test unresolved(PrincipalPattern.Unresolved unresolved) {
    boolean star =
        unresolved.type().equals("AWS")
            && TextTest.of(unresolved.text(), Reading.WRITTEN, assumptions).couldBe("*");
    return (facts, scope) -> {
      boolean named = couldBe(unresolved.type(), facts.caller());
      return Truth.of(named || star && everyone(facts.caller(), scope)).and(Truth.UNKNOWN);
    };
  }

  /** An entry of no type may be of any. */
  private static boolean couldBe(String type, Caller caller) {
    return !type.equals("AWS") || caller.account().isPresent();
  }

  /** Why {@link #matches} answered so. */
  Cause cause(Truth matched, Facts facts) {
    if (matched == Truth.UNKNOWN) {
      return Cause.UNKNOWN;
    }
    boolean yes = matched.isYes();
    return switch (form) {
      case STAR, STAR_WITH_ARN -> yes ? Cause.EVERYONE : Cause.NOT_EVERYONE;
      case UNKNOWN -> isUnresolved() ? Cause.OTHER_KIND : Cause.NOBODY;
      default -> yes ? Cause.SAME_PRINCIPAL : otherwise(facts);
    };
  }

  private Cause otherwise(Facts facts) {
    Caller caller = facts.caller();
    if (!couldName(form, caller)) {
      return Cause.OTHER_KIND;
    }
    if (form == Form.FEDERATED) {
      return isForeignProvider(facts) ? Cause.OTHER_ACCOUNT : Cause.OTHER_NAME;
    }
    return place.isPresent() ? place.get().otherwise(facts) : Cause.OTHER_NAME;
  }

  private boolean isUnresolved() {
    return pattern instanceof PrincipalPattern.Unresolved;
  }

  private static boolean couldName(Form form, Caller caller) {
    return switch (form) {
      case ROLE -> caller.roleArn().isPresent();
      case USER -> userArn(caller).isPresent();
      case SESSION -> caller.kind() == Caller.Kind.ROLE_SESSION;
      case FEDERATED_USER -> caller.kind() == Caller.Kind.FEDERATED_USER;
      case SERVICE -> caller.kind() == Caller.Kind.SERVICE;
      case FEDERATED ->
          caller.kind() == Caller.Kind.WEB_IDENTITY || caller.kind() == Caller.Kind.SAML;
      default -> caller.account().isPresent();
    };
  }

  /** Where an entry's principal lives. */
  private record Place(TextTest account, Optional<String> partition) {

    private Cause otherwise(Facts facts) {
      if (equal(account, facts.caller().account(), facts).isNo()) {
        return Cause.OTHER_ACCOUNT;
      }
      return samePartition(partition, facts) ? Cause.OTHER_NAME : Cause.OTHER_PARTITION;
    }
  }

  private Optional<Place> placeOf(PrincipalPattern pattern) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Optional.empty(),
            account -> Optional.of(place(account.written(), account.account())),
            identity -> Optional.of(place(identity.written(), identity.account())),
            session -> Optional.of(place(session.written(), session.account())),
            user -> Optional.of(place(user.written(), user.account())),
            service -> Optional.empty(),
            federated -> Optional.empty(),
            canonical -> Optional.empty(),
            id -> Optional.empty(),
            unresolved -> Optional.empty(),
            malformed -> Optional.empty()));
  }

  private Place place(Text written, Text account) {
    return new Place(text(account), partition(written));
  }

  private static Optional<String> partition(Text written) {
    return Arn.of(written).flatMap(arn -> arn.partition().plain());
  }
}
