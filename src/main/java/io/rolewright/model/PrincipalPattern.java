package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One entry of a principal element (R1.10): who is named. */
public sealed interface PrincipalPattern {

  /** The value itself, one string. */
  Origin origin();

  /** The value as a person reads it. */
  String shown();

  <R> R match(Cases<R> cases);

  /** The text with which it was written. */
  default Text text() {
    return match(
        new Cases<>(
            everyone -> Text.literal(everyone.origin(), "*"),
            Account::written,
            Identity::written,
            Session::written,
            FederatedUser::written,
            Service::name,
            Federated::written,
            CanonicalUser::id,
            id -> Text.literal(id.origin(), id.id()),
            unresolved -> unresolved.text,
            malformed -> malformed.text));
  }

  /** Exhaustive case analysis. */
  record Cases<R>(
      Function<Everyone, R> everyone,
      Function<Account, R> account,
      Function<Identity, R> identity,
      Function<Session, R> session,
      Function<FederatedUser, R> federatedUser,
      Function<Service, R> service,
      Function<Federated, R> federated,
      Function<CanonicalUser, R> canonicalUser,
      Function<UniqueId, R> uniqueId,
      Function<Unresolved, R> unresolved,
      Function<Malformed, R> malformed) {}

  /**
   * {@code "*"} or {@code {"AWS": "*"}}: all principals of all accounts.
   *
   * @param bare written as a string, not under {@code AWS}; IAM refuses that in a trust policy
   *     (R1.14)
   */
  record Everyone(Origin origin, boolean bare) implements PrincipalPattern {
    @Override
    public String shown() {
      return "*";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.everyone.apply(this);
    }
  }

  /**
   * A whole account, by number or by its root ARN; the two mean the same.
   *
   * @param account twelve digits, or the own account, or partly unknown
   */
  record Account(Origin origin, Text written, Text account) implements PrincipalPattern {
    @Override
    public String shown() {
      return written.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.account.apply(this);
    }
  }

  /** Users and roles. */
  enum IdentityKind {
    USER,
    ROLE
  }

  /**
   * A user or role by ARN; a role stands for all its sessions.
   *
   * @param account twelve digits, or the own account, or partly unknown
   * @param path with the name, without the leading {@code user/} or {@code role/}
   */
  record Identity(Origin origin, Text written, IdentityKind kind, Text account, Text path)
      implements PrincipalPattern {
    @Override
    public String shown() {
      return written.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.identity.apply(this);
    }
  }

  /**
   * One session of a role, {@code arn:…:sts::A:assumed-role/Role/Session}.
   *
   * @param path {@code Role/Session}
   */
  record Session(Origin origin, Text written, Text account, Text path) implements PrincipalPattern {
    @Override
    public String shown() {
      return written.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.session.apply(this);
    }
  }

  /** One GetFederationToken session, {@code arn:…:sts::A:federated-user/Name}. */
  record FederatedUser(Origin origin, Text written, Text account, Text name)
      implements PrincipalPattern {
    @Override
    public String shown() {
      return written.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.federatedUser.apply(this);
    }
  }

  /** An AWS service by its service principal name. */
  record Service(Origin origin, Text name) implements PrincipalPattern {
    @Override
    public String shown() {
      return name.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.service.apply(this);
    }
  }

  /**
   * An identity provider: the ARN of a SAML or OIDC provider, or the name of a built-in one.
   *
   * @param kind what the text shows it to be
   * @param account of the provider, where it is an ARN
   * @param provider for OIDC the issuer without {@code https://}, for SAML the provider's name
   */
  record Federated(
      Origin origin, Text written, FederationKind kind, Optional<Text> account, Text provider)
      implements PrincipalPattern {

    private static final Set<String> BUILT_IN =
        Set.of(
            "cognito-identity.amazonaws.com",
            "www.amazon.com",
            "graph.facebook.com",
            "accounts.google.com");

    /** Whether this is a web identity provider that AWS knows without an ARN (R1.10). */
    public static boolean isBuiltIn(String provider) {
      return BUILT_IN.contains(provider);
    }

    @Override
    public String shown() {
      return written.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.federated.apply(this);
    }
  }

  /** How a federated caller proves itself. */
  enum FederationKind {
    OIDC,
    SAML,
    /** The text does not tell, because a piece is unknown. */
    UNDECIDED
  }

  /** An S3 canonical user id; no trust policy may name one. */
  record CanonicalUser(Origin origin, Text id) implements PrincipalPattern {
    @Override
    public String shown() {
      return id.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.canonicalUser.apply(this);
    }
  }

  /** What IAM shows for a principal that was deleted, {@code AROA…}: it matches nobody (R1.13). */
  record UniqueId(Origin origin, String id) implements PrincipalPattern {
    @Override
    public String shown() {
      return id;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.uniqueId.apply(this);
    }
  }

  /**
   * A principal of which a template leaves open what kind it is.
   *
   * @param type the key it stands under: {@code AWS}, {@code Service}, …
   */
  record Unresolved(Origin origin, String type, Text text) implements PrincipalPattern {
    @Override
    public String shown() {
      return text.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unresolved.apply(this);
    }
  }

  /**
   * Text that no principal can have. It matches nobody; AWS refuses the policy.
   *
   * @param type the key it stands under, or empty where a bare string stands in place of the object
   * @param why what is wrong, as the end of a sentence
   */
  record Malformed(Origin origin, String type, Text text, String why) implements PrincipalPattern {
    @Override
    public String shown() {
      return text.shown();
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.malformed.apply(this);
    }
  }
}
