package io.rolewright.simulate;

import io.rolewright.model.Statement;
import io.rolewright.simulate.LayerTest.Said;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts together what the layers said (R2.7, R2.13, R2.15; the order of reasons is that of 2.5).
 *
 * <p>Every question comes with {@code best}: whether an unknown answer is taken in the caller's
 * favour or against him.
 */
final class Answers {

  private static final Said NOTHING = new Said();
  private static final Layer[] LAYERS = Layer.values();
  private static final List<Layer> FILTERS = List.of(Layer.RCP, Layer.SCP, Layer.VPCE);
  private static final List<Layer> CALLER_SIDE =
      List.of(Layer.IDENTITY, Layer.BOUNDARY, Layer.SESSION);
  private static final List<Layer> LIMITS = List.of(Layer.BOUNDARY, Layer.SESSION);

  private final Situation situation;
  private final Map<Layer, Said> said;

  Answers(Situation situation, Map<Layer, Said> said) {
    this.situation = situation;
    this.said = said;
  }

  /** What a layer said; an absent one allows and denies nothing of its own. */
  Said of(Layer layer) {
    return said.getOrDefault(layer, NOTHING);
  }

  List<Statement> denying(Layer layer) {
    return of(layer).denying;
  }

  List<Statement> allowing(Set<Layer> layers) {
    List<Statement> all = new ArrayList<>();
    layers.forEach(layer -> all.addAll(of(layer).allowing));
    return all;
  }

  /** Whether every layer's answer is yes or no, so that there is no better and worse. */
  boolean areCertain() {
    for (Said each : said.values()) {
      if (!each.isCertain()) {
        return false;
      }
    }
    return true;
  }

  ReasonCode decide(boolean best) {
    for (Layer layer : LAYERS) {
      if (!taken(of(layer).denies.not(), best)) {
        return ReasonCode.explicitDeny(layer);
      }
    }
    for (Layer layer : FILTERS) {
      if (!taken(of(layer).allows, best)) {
        return ReasonCode.implicitDeny(layer);
      }
    }
    if (situation.isOtherPartition()) {
      return ReasonCode.IMPLICIT_DENY_RESOURCE;
    }
    if (situation.account().isEmpty()) {
      return isNamed(best) ? ReasonCode.ALLOW_RESOURCE : ReasonCode.IMPLICIT_DENY_RESOURCE;
    }
    return situation.isSameAccount() ? sameAccount(best) : crossAccount(best);
  }

  private static boolean taken(Truth truth, boolean best) {
    return best ? !truth.isNo() : truth.isYes();
  }

  /** Whether some Allow of the resource policy matches, in whatever form. */
  private boolean isNamed(boolean best) {
    return said.containsKey(Layer.RESOURCE) && isAny(EnumSet.allOf(Form.class), best);
  }

  private boolean isAny(Set<Form> forms, boolean best) {
    Said resource = of(Layer.RESOURCE);
    for (Form form : forms) {
      if (taken(resource.form(form), best)) {
        return true;
      }
    }
    return false;
  }

  /** R2.13: both sides must allow. */
  private ReasonCode crossAccount(boolean best) {
    if (!isNamed(best)) {
      return ReasonCode.IMPLICIT_DENY_RESOURCE;
    }
    return kind() == Caller.Kind.ROOT
        ? ReasonCode.ALLOW_BOTH_SIDES
        : ifCallerMay(ReasonCode.ALLOW_BOTH_SIDES, best);
  }

  /** R2.7. */
  private ReasonCode sameAccount(boolean best) {
    boolean mandatory = situation.policies().mandatory();
    if (kind() == Caller.Kind.ROOT) {
      // an entry that is not known may turn out to be the account
      EnumSet<Form> open = EnumSet.of(Form.STAR, Form.STAR_WITH_ARN, Form.ACCOUNT, Form.UNKNOWN);
      boolean shut = mandatory && !isAny(open, best);
      return shut ? ReasonCode.IMPLICIT_DENY_RESOURCE : ReasonCode.ALLOW_ROOT;
    }
    if (kind() == Caller.Kind.ASSUMED_ROOT) {
      return may(Layer.SESSION, best) ? ReasonCode.ALLOW_ROOT : ReasonCode.IMPLICIT_DENY_SESSION;
    }
    if (isAny(direct(), best)) {
      return grantedByName(best);
    }
    return indirect(mandatory, best);
  }

  /** R2.17 (U20), R2.20 (U21): what may still be asked of a caller who is named himself. */
  private ReasonCode grantedByName(boolean best) {
    Assumptions assumptions = situation.assumptions();
    if (situation.isPassing() && assumptions.isB(Uncertainty.U21)) {
      return ifCallerMay(ReasonCode.ALLOW_RESOURCE, best);
    }
    boolean bounded =
        situation.isTrust()
            && assumptions.isB(Uncertainty.U20)
            && kind() == Caller.Kind.USER
            && !isAny(EnumSet.of(Form.STAR, Form.STAR_WITH_ARN, Form.UNKNOWN), best)
            && !may(Layer.BOUNDARY, best);
    return bounded ? ReasonCode.IMPLICIT_DENY_BOUNDARY : ReasonCode.ALLOW_RESOURCE;
  }

  /** The caller's own policies, or an Allow that boundary and session policies limit. */
  private ReasonCode indirect(boolean mandatory, boolean best) {
    boolean named = isAny(indirectForms(), best);
    Optional<Layer> limit = firstMissing(LIMITS, best);
    if (named && limit.isEmpty()) {
      return situation.isPassing() && situation.assumptions().isB(Uncertainty.U21)
          ? ifCallerMay(ReasonCode.ALLOW_RESOURCE, best)
          : ReasonCode.ALLOW_RESOURCE;
    }
    if (named) {
      return ReasonCode.implicitDeny(limit.get());
    }
    if (mandatory && !isAny(delegating(), best)) {
      return ReasonCode.IMPLICIT_DENY_RESOURCE;
    }
    return ifCallerMay(ReasonCode.ALLOW_IDENTITY, best);
  }

  /** What is allowed if the caller's own policies, boundary and session policies allow it too. */
  private ReasonCode ifCallerMay(ReasonCode allowed, boolean best) {
    return firstMissing(CALLER_SIDE, best).map(ReasonCode::implicitDeny).orElse(allowed);
  }

  /** The forms that need nothing else in the same account (R2.8). */
  private Set<Form> direct() {
    EnumSet<Form> forms = EnumSet.of(Form.UNKNOWN, Form.STAR_WITH_ARN);
    if (!starDelegates() && !starIsLimited()) {
      forms.add(Form.STAR);
    }
    if (starDelegates()) {
      forms.remove(Form.STAR_WITH_ARN);
    }
    forms.add(
        switch (kind()) {
          case USER -> Form.USER;
          case ROLE_SESSION -> Form.SESSION;
          default -> Form.FEDERATED_USER;
        });
    return forms;
  }

  /** The forms that boundary and session policies limit. */
  private Set<Form> indirectForms() {
    EnumSet<Form> forms = EnumSet.noneOf(Form.class);
    if (kind() == Caller.Kind.ROLE_SESSION) {
      forms.add(Form.ROLE);
      if (starIsLimited() && !starDelegates()) {
        forms.add(Form.STAR);
      }
    }
    if (kind() == Caller.Kind.FEDERATED_USER) {
      forms.add(Form.USER);
    }
    return forms;
  }

  /** The forms that let the account's own policies speak (R2.9). */
  private Set<Form> delegating() {
    return starDelegates()
        ? EnumSet.of(Form.ACCOUNT, Form.STAR, Form.STAR_WITH_ARN)
        : EnumSet.of(Form.ACCOUNT);
  }

  private boolean starDelegates() {
    return situation.isTrust() && situation.assumptions().isB(Uncertainty.U19);
  }

  private boolean starIsLimited() {
    return kind() == Caller.Kind.ROLE_SESSION && situation.assumptions().isB(Uncertainty.U18);
  }

  private Optional<Layer> firstMissing(List<Layer> layers, boolean best) {
    for (Layer layer : layers) {
      if (!may(layer, best)) {
        return Optional.of(layer);
      }
    }
    return Optional.empty();
  }

  /** Whether a layer of the caller's side allows; a federated user's absent session policy not. */
  private boolean may(Layer layer, boolean best) {
    boolean absent = !said.containsKey(layer);
    return absent ? layer != Layer.SESSION || !isSessionNeeded() : taken(of(layer).allows, best);
  }

  private boolean isSessionNeeded() {
    return kind() == Caller.Kind.FEDERATED_USER || kind() == Caller.Kind.ASSUMED_ROOT;
  }

  private Caller.Kind kind() {
    return situation.caller().kind();
  }
}
