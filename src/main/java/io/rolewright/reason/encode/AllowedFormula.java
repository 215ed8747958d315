package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.PoliciesInForce;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says when all policies in force together allow a request (R2.7, R2.13, R2.15, R2.16; option A of
 * what is uncertain).
 */
public final class AllowedFormula {

  private final Formulas formulas;
  private final Callers callers;
  private final PoliciesInForce policies;
  private final Said identity;
  private final Optional<Said> boundary;
  private final Optional<Said> session;
  private final Optional<Said> resource;
  private final List<Formula> filters;

  private AllowedFormula(
      Formulas formulas, Callers callers, PoliciesInForce policies, LayersInForce layers) {
    this.formulas = formulas;
    this.callers = callers;
    this.policies = policies;
    this.identity = layers.identity();
    this.boundary = layers.boundary();
    this.session = layers.session();
    this.resource = layers.resource();
    this.filters = layers.filters();
  }

  /**
   * Holds of exactly the requests of these callers that the policies allow.
   *
   * @param owner the account of the caller's policies, and of the resource where its own is not
   *     told
   */
  public static Formula of(
      Formulas formulas, KeyForms keys, Callers callers, PoliciesInForce policies, String owner) {
    LayersInForce layers = new LayersInForce(formulas, keys, callers, policies, owner);
    return new AllowedFormula(formulas, callers, policies, layers).allowed();
  }

  private Formula allowed() {
    List<Formula> all = new ArrayList<>(filters);
    resource.ifPresent(said -> all.add(formulas.not(said.denies())));
    if (callers.account().isPresent()) {
      for (Said said : callerSide()) {
        all.add(formulas.not(said.denies()));
      }
    }
    all.add(formulas.not(isRefusedCall()));
    all.add(formulas.not(isOtherPartition()));
    all.add(granted());
    return formulas.and(all);
  }

  private List<Said> callerSide() {
    List<Said> said = new ArrayList<>(List.of(identity));
    boundary.ifPresent(said::add);
    session.ifPresent(said::add);
    return said;
  }

  /** R3.30: the root user and federated users cannot assume roles. */
  private Formula isRefusedCall() {
    boolean cannot =
        callers.kind() == Caller.Kind.ROOT || callers.kind() == Caller.Kind.FEDERATED_USER;
    Pattern call = Pattern.glob("sts:assumerole").ignoringCase();
    return cannot ? formulas.in(Terms.ACTION, Language.of(List.of(call))) : formulas.no();
  }

  /** R2.13: principals of one partition have nothing to do with resources of another. */
  private Formula isOtherPartition() {
    if (callers.arn().isEmpty()) {
      return formulas.no();
    }
    Language own = ArnPatterns.with(ArnPatterns.PARTITION, callers.partition());
    return formulas.and(
        formulas.in(Terms.RESOURCE, ArnPatterns.all()),
        formulas.not(formulas.in(Terms.RESOURCE, own)));
  }

  private Formula granted() {
    Formula named = named(Naming.values());
    if (callers.account().isEmpty()) {
      return named;
    }
    boolean root = callers.kind() == Caller.Kind.ROOT;
    Formula bothSides = formulas.and(named, root ? formulas.yes() : callerMay());
    Formula same = isSameAccount();
    return formulas.or(
        formulas.and(same, sameAccount()), formulas.and(formulas.not(same), bothSides));
  }

  /** When an Allow of the resource's policy names the caller in one of these ways. */
  private Formula named(Naming... ways) {
    return resource.map(said -> said.named(formulas, ways)).orElse(formulas.no());
  }

  /** The resource's owner: as told, else as its ARN tells, else the caller's own account. */
  private Formula isSameAccount() {
    Compound account = callers.account().orElseThrow();
    if (policies.resourceAccount().isPresent()) {
      Pattern owner = Pattern.literal(policies.resourceAccount().get());
      return account.in(Language.of(List.of(owner)), formulas);
    }
    Formula owned = formulas.in(Terms.RESOURCE, ArnPatterns.all());
    Formula unowned = formulas.in(Terms.RESOURCE, ArnPatterns.with(ArnPatterns.ACCOUNT, ""));
    return formulas.or(formulas.not(owned), unowned, isOwn(account));
  }

  private Formula isOwn(Compound account) {
    List<Piece> pieces = new ArrayList<>();
    for (int part = 0; part < ArnPatterns.ACCOUNT; part++) {
      pieces.add(Piece.Wildcard.RUN_WITHOUT_COLON);
      pieces.add(new Piece.Letters(":"));
    }
    pieces.addAll(account.pieces());
    pieces.add(new Piece.Letters(":"));
    pieces.add(Piece.Wildcard.RUN);
    Template own = new Template(pieces, false);
    return formulas.atom(new Atom.Joined(Atom.Test.IN, Terms.RESOURCE, List.of(own)));
  }

  /** R2.7. */
  private Formula sameAccount() {
    Formula delegated =
        policies.mandatory()
            ? named(Naming.STAR, Naming.STAR_WITH_ARN, Naming.ACCOUNT, Naming.UNKNOWN)
            : formulas.yes();
    return switch (callers.kind()) {
      case ROOT -> delegated;
      case ASSUMED_ROOT -> maySession();
      default -> ofPrincipal();
    };
  }

  private Formula ofPrincipal() {
    Formula direct = named(Naming.UNKNOWN, Naming.STAR, Naming.STAR_WITH_ARN, directly());
    Formula limited = formulas.and(named(limited()), mayBoundary(), maySession());
    Formula delegated = policies.mandatory() ? named(Naming.ACCOUNT) : formulas.yes();
    return formulas.or(direct, limited, formulas.and(delegated, callerMay()));
  }

  /** The form that needs nothing else in the same account (R2.8). */
  private Naming directly() {
    return switch (callers.kind()) {
      case USER -> Naming.USER;
      case ROLE_SESSION -> Naming.SESSION;
      default -> Naming.FEDERATED_USER;
    };
  }

  /** The form that boundary and session policies limit. */
  private Naming[] limited() {
    return switch (callers.kind()) {
      case ROLE_SESSION -> new Naming[] {Naming.ROLE};
      case FEDERATED_USER -> new Naming[] {Naming.USER};
      default -> new Naming[0];
    };
  }

  private Formula callerMay() {
    return formulas.and(identity.allows(), mayBoundary(), maySession());
  }

  private Formula mayBoundary() {
    return boundary.map(Said::allows).orElse(formulas.yes());
  }

  /** A federated user, and a session of the root user, may do nothing without a session policy. */
  private Formula maySession() {
    boolean needed =
        callers.kind() == Caller.Kind.FEDERATED_USER || callers.kind() == Caller.Kind.ASSUMED_ROOT;
    return session.map(Said::allows).orElse(formulas.constant(!needed));
  }
}
