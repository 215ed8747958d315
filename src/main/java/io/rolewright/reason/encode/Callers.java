package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Piece;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Callers of one kind in one partition, put together of fields: all of them, or those of whom some
 * things are given. The kind is no field, since it decides which others there are.
 *
 * @param account of principals of an account
 * @param name path and name of a user or role, name of a federated user
 * @param session the name of a role session
 * @param issuer path and name of the user who asked for a federated user's session
 * @param principal a service's principal or an identity provider
 */
public record Callers(
    Caller.Kind kind,
    String partition,
    Optional<Compound> account,
    Optional<Compound> name,
    Optional<Compound> session,
    Optional<Compound> issuer,
    Optional<Compound> principal) {

  /** The caller's account. */
  public static final Field ACCOUNT = Field.text("caller.account");

  /** Path and name of the calling user or role. */
  public static final Field NAME = Field.text("caller.name");

  /** The path of the calling user where his name is a field of its own; it ends in a slash. */
  public static final Field PATH = Field.text("caller.path");

  /** The name of the calling user without his path. */
  public static final Field USERNAME = Field.text("aws:username");

  /** The name of the calling session of a role. */
  public static final Field SESSION = Field.text("caller.session");

  /** Path and name of the user behind a federated session. */
  public static final Field ISSUER = Field.text("caller.issuer");

  /** The calling service, or the identity provider that vouches for the caller. */
  public static final Field PRINCIPAL = Field.text("caller.principal");

  /** All callers of a kind. */
  public static Callers all(Caller.Kind kind, String partition) {
    return new Callers(
        kind,
        partition,
        optional(ACCOUNT, hasAccount(kind)),
        optional(NAME, isNamed(kind)),
        optional(SESSION, kind == Caller.Kind.ROLE_SESSION),
        optional(ISSUER, kind == Caller.Kind.FEDERATED_USER),
        optional(PRINCIPAL, isVouchedFor(kind)));
  }

  private static Optional<Compound> optional(Field field, boolean there) {
    return there ? Optional.of(Compound.of(field)) : Optional.empty();
  }

  private static boolean hasAccount(Caller.Kind kind) {
    return isNamed(kind) || kind == Caller.Kind.ROOT || kind == Caller.Kind.ASSUMED_ROOT;
  }

  private static boolean isNamed(Caller.Kind kind) {
    return kind == Caller.Kind.USER
        || kind == Caller.Kind.ROLE_SESSION
        || kind == Caller.Kind.FEDERATED_USER;
  }

  private static boolean isVouchedFor(Caller.Kind kind) {
    return kind == Caller.Kind.SERVICE
        || kind == Caller.Kind.WEB_IDENTITY
        || kind == Caller.Kind.SAML;
  }

  /** Just this caller. */
  public static Callers of(Caller caller) {
    boolean role = caller.kind() == Caller.Kind.ROLE_SESSION;
    return new Callers(
        caller.kind(),
        caller.partition().orElse("aws"),
        caller.account().map(Compound::of),
        (role ? caller.roleArn() : isNamed(caller.kind()) ? caller.arn() : Optional.<String>empty())
            .map(Callers::nameIn)
            .map(Compound::of),
        role ? caller.arn().map(Callers::lastIn).map(Compound::of) : Optional.empty(),
        caller.userArn().map(Callers::nameIn).map(Compound::of),
        caller.name().map(Compound::of));
  }

  /** What stands behind the type in an ARN: path and name. */
  private static String nameIn(String arn) {
    return arn.substring(arn.indexOf('/') + 1);
  }

  private static String lastIn(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** The same callers, of this account. */
  public Callers ofAccount(String number) {
    return new Callers(
        kind, partition, Optional.of(Compound.of(number)), name, session, issuer, principal);
  }

  /** The same roles, each with sessions of any name, which whoever assumes it chooses. */
  public Callers withAnySession() {
    return new Callers(
        kind, partition, account, name, session.map(s -> Compound.of(SESSION)), issuer, principal);
  }

  /** The same callers, with path and name of users as two fields, if the name is a field. */
  Callers withUsername() {
    boolean open = kind == Caller.Kind.USER && name.equals(Optional.of(Compound.of(NAME)));
    Compound split =
        new Compound(
            List.of(
                new Piece.Hole(PATH, Optional.empty()),
                new Piece.Hole(USERNAME, Optional.empty())));
    return open
        ? new Callers(kind, partition, account, Optional.of(split), session, issuer, principal)
        : this;
  }

  /** The name without the path; none if they cannot be told apart. */
  Optional<Compound> username() {
    if (kind != Caller.Kind.USER) {
      return Optional.empty();
    }
    List<Piece> pieces = name.orElseThrow().pieces();
    Piece last = pieces.get(pieces.size() - 1);
    return last instanceof Piece.Letters letters
        ? Optional.of(Compound.of(lastIn(letters.text())))
        : last.equals(new Piece.Hole(USERNAME, Optional.empty()))
            ? Optional.of(Compound.of(USERNAME))
            : Optional.empty();
  }

  /** The caller's ARN as {@code aws:PrincipalArn} has it: of a session the role's (R3.28). */
  Optional<Compound> arn() {
    return switch (kind) {
      case USER -> arn("iam", "user/", name);
      case ROLE_SESSION -> arn("iam", "role/", name);
      case FEDERATED_USER -> arn("sts", "federated-user/", name);
      case ROOT, ASSUMED_ROOT -> arn("iam", "root", Optional.empty());
      default -> Optional.empty();
    };
  }

  private Optional<Compound> arn(String service, String type, Optional<Compound> last) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece.Letters("arn:" + partition + ":" + service + "::"));
    pieces.addAll(account.orElseThrow().pieces());
    pieces.add(new Piece.Letters(":" + type));
    last.ifPresent(compound -> pieces.addAll(compound.pieces()));
    return Optional.of(new Compound(merged(pieces)));
  }

  /** Neighbouring letters are one piece. */
  static List<Piece> merged(List<Piece> pieces) {
    List<Piece> merged = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Letters text) {
        letters.append(text.text());
        continue;
      }
      flush(letters, merged);
      merged.add(piece);
    }
    flush(letters, merged);
    return merged;
  }

  private static void flush(StringBuilder letters, List<Piece> into) {
    if (letters.length() > 0) {
      into.add(new Piece.Letters(letters.toString()));
      letters.setLength(0);
    }
  }

  /** The caller of a request. */
  public Caller in(Assignment request) {
    Optional<String> number = account.map(a -> text(a, request));
    Optional<String> named = name.map(n -> text(n, request));
    Optional<String> arn = arn().map(a -> text(a, request));
    return switch (kind) {
      case ROLE_SESSION ->
          new Caller(
              kind,
              Optional.of(sessionArn(number.orElseThrow(), named.orElseThrow(), request)),
              arn,
              Optional.empty(),
              number,
              Optional.empty());
      case FEDERATED_USER ->
          new Caller(
              kind, arn, Optional.empty(), issuerArn(number, request), number, Optional.empty());
      default ->
          new Caller(
              kind,
              arn,
              Optional.empty(),
              Optional.empty(),
              number,
              principal.map(p -> text(p, request)));
    };
  }

  private String sessionArn(String number, String roleName, Assignment request) {
    return "arn:%s:sts::%s:assumed-role/%s/%s"
        .formatted(partition, number, lastIn(roleName), text(session.orElseThrow(), request));
  }

  private Optional<String> issuerArn(Optional<String> number, Assignment request) {
    return issuer.map(
        user ->
            "arn:%s:iam::%s:user/%s"
                .formatted(partition, number.orElseThrow(), text(user, request)));
  }

  private static String text(Compound compound, Assignment request) {
    return compound.text(request).orElseThrow();
  }

  /** The fields that make up the caller, ascending. */
  Set<Field> fields() {
    Set<Field> fields = new TreeSet<>();
    Stream.of(account, name, session, issuer, principal)
        .flatMap(Optional::stream)
        .flatMap(compound -> compound.pieces().stream())
        .filter(Piece.Hole.class::isInstance)
        .forEach(piece -> fields.add(((Piece.Hole) piece).field()));
    return fields;
  }
}
