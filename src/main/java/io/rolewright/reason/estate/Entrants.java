package io.rolewright.reason.estate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.encode.Terms;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.property.DisagreementException;
import io.rolewright.reason.property.SecondLook;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Cubes;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Implicants;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.TrustPolicies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody whom a trust policy lets in, as few and as general descriptions, one kind of caller
 * after another. Whoever is described gets in, as far as the role's side has a say; if nothing is
 * missing, nobody else does.
 */
public final class Entrants {

  private static final List<Caller.Kind> KINDS =
      List.of(
          Caller.Kind.USER,
          Caller.Kind.ROLE_SESSION,
          Caller.Kind.SERVICE,
          Caller.Kind.WEB_IDENTITY,
          Caller.Kind.SAML);

  private final PolicyDocument trust;
  private final String role;
  private final String owner;
  private final Means means;
  private final SearchBudget budget;
  private final List<EntrantDraft> drafts = new ArrayList<>();
  private Optional<String> missing = Optional.empty();

  private Entrants(PolicyDocument trust, String role, String owner, Means means) {
    this.means = means;
    this.budget = means.budget();
    this.trust = trust;
    this.role = role;
    this.owner = owner;
  }

  /**
   * Who gets in.
   *
   * @param all the most general first
   * @param missing why there may be more
   */
  public record Result(List<Entrant> all, Optional<String> missing) {

    public Result {
      all = List.copyOf(all);
    }
  }

  /**
   * Whom a trust policy lets in.
   *
   * @param role the role's ARN
   * @param owner its account
   */
  public static Result of(PolicyDocument trust, String role, String owner) {
    return of(trust, role, owner, Means.ordinary());
  }

  /** The same by other means. */
  public static Result of(PolicyDocument trust, String role, String owner, Means means) {
    Entrants entrants = drafted(trust, role, owner, means);
    return new Result(EntrantDraft.merged(entrants.drafts), entrants.missing);
  }

  private static Entrants drafted(PolicyDocument trust, String role, String owner, Means means) {
    Entrants entrants = new Entrants(trust, role, owner, means);
    KINDS.forEach(entrants::add);
    return entrants;
  }

  /** The same, as tests. */
  static List<EntrantDraft> drafts(PolicyDocument trust, String role, String owner) {
    return List.copyOf(drafted(trust, role, owner, Means.ordinary()).drafts);
  }

  private void add(Caller.Kind kind) {
    String partition = role.split(":", 3)[1];
    String call = call(kind);
    Requests requests =
        Requests.of(Callers.all(kind, partition))
            .on(role, owner)
            .where(encoding -> encoding.action(List.of(call)));
    Encoding encoding = Encoding.of(requests, List.of(trust));
    Formula grants = encoding.grants(trust, PolicyScope.TRUST, owner);
    Assignment action =
        Assignment.nothing()
            .with(Terms.ACTION, call.toLowerCase(java.util.Locale.ROOT))
            .with(Terms.RESOURCE, role);
    Formulas formulas = encoding.formulas();
    Set<io.rolewright.reason.formula.Field> known = Set.of(Terms.ACTION, Terms.RESOURCE);
    Formula formula = formulas.restrict(grants, action, known);
    Domains whole = encoding.domains();
    Domains domains =
        whole.under(
            whole.laws().stream().map(law -> formulas.restrict(law, action, known)).toList());
    Cubes cubes = Implicants.all(formulas, formula, domains, means, budget);
    new SecondLook(formulas, domains, means).at(cubes, formula);
    missing = missing.or(cubes::missing);
    for (List<Literal> cube : cubes.cubes()) {
      add(kind, encoding, domains, cube, action);
    }
  }

  static String call(Caller.Kind kind) {
    return switch (kind) {
      case WEB_IDENTITY -> "sts:AssumeRoleWithWebIdentity";
      case SAML -> "sts:AssumeRoleWithSAML";
      default -> Principals.CALL;
    };
  }

  private void add(
      Caller.Kind kind, Encoding encoding, Domains domains, List<Literal> cube, Assignment action) {
    Formulas formulas = encoding.formulas();
    Formula all = formulas.and(cube.stream().map(formulas::of).toList());
    Answer answer = means.solver().solve(all, domains, budget);
    if (answer instanceof Answer.Satisfied found) {
      Request request = encoding.request(found.request().and(action));
      Decision decision = TrustPolicies.decide(trust, request, owner);
      if (decision.isAllowed()) {
        List<String> unknowns =
            decision.certain() ? List.of() : List.copyOf(encoding.unknowns(all));
        OwnPermission own = own(kind, encoding, domains, all, action);
        drafts.add(new EntrantDraft(kind, cube, domains, own, request, unknowns));
        return;
      }
      if (encoding.isExact(all)) {
        throw new DisagreementException(request, List.of(decision), List.of());
      }
    }
    missing = missing.or(() -> Optional.of(reason(answer)));
  }

  private static String reason(Answer answer) {
    return answer instanceof Answer.Undecided undecided
        ? undecided.reason()
        : "a request was found with parts that could not be said exactly";
  }

  /** Who of the callers needs a permission of his own besides (R2.15). */
  private OwnPermission own(
      Caller.Kind kind, Encoding encoding, Domains domains, Formula all, Assignment action) {
    if (kind != Caller.Kind.USER && kind != Caller.Kind.ROLE_SESSION) {
      return OwnPermission.NOBODY;
    }
    Formulas formulas = encoding.formulas();
    Formula here = formulas.in(Callers.ACCOUNT, Language.of(List.of(Pattern.literal(owner))));
    Optional<Boolean> inside = needsOwn(encoding, formulas.and(all, here), domains, action);
    Optional<Boolean> outside =
        needsOwn(encoding, formulas.and(all, formulas.not(here)), domains, action);
    boolean insiders = inside.orElse(false);
    boolean outsiders = outside.orElse(false);
    if (!insiders && !outsiders) {
      return OwnPermission.NOBODY;
    }
    return insiders || inside.isEmpty() ? OwnPermission.EVERYBODY : OwnPermission.OUTSIDERS;
  }

  /**
   * Whether the trust policy alone does not let some such caller in; nothing if there is none.
   * Where that is not decided he is taken to need a permission, and the list to be open.
   */
  private Optional<Boolean> needsOwn(
      Encoding encoding, Formula callers, Domains domains, Assignment action) {
    Answer answer = means.solver().solve(callers, domains, budget);
    if (answer instanceof Answer.Undecided) {
      missing = missing.or(() -> Optional.of(reason(answer)));
      return Optional.of(true);
    }
    if (!(answer instanceof Answer.Satisfied found)) {
      return Optional.empty();
    }
    PoliciesInForce alone =
        PoliciesInForce.NONE
            .withResource(Optional.of(new NamedPolicy("trust policy", trust)))
            .withMandatory(true)
            .withResourceAccount(Optional.of(owner));
    Request request = encoding.request(found.request().and(action));
    return Optional.of(!Authorization.of(alone, Assumptions.DEFAULT).decide(request).isAllowed());
  }
}
