package io.rolewright.reason.encode;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.PolicyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each layer of policies in force says, as far as it has a say (R2.1, R2.4 to R2.6). */
final class LayersInForce {

  private final Formulas formulas;
  private final Callers callers;
  private final PoliciesInForce policies;
  private final Terms ofCaller;
  private final Terms ofResource;

  LayersInForce(
      Formulas formulas, KeyForms keys, Callers callers, PoliciesInForce policies, String owner) {
    this.formulas = formulas;
    this.callers = callers;
    this.policies = policies;
    this.ofCaller = new Terms(formulas, keys, owner);
    this.ofResource = new Terms(formulas, keys, policies.resourceAccount().orElse(owner));
  }

  Said identity() {
    return ofCaller(List.of(policies.identity()));
  }

  Optional<Said> boundary() {
    return policies.boundary().map(policy -> ofCaller(List.of(List.of(policy))));
  }

  Optional<Said> session() {
    return policies.session().map(list -> ofCaller(List.of(list)));
  }

  private Said ofCaller(List<List<NamedPolicy>> levels) {
    return say(levels, ofCaller, PolicyScope.CALLER);
  }

  private Said say(List<List<NamedPolicy>> levels, Terms terms, PolicyScope scope) {
    boolean bounded = policies.boundary().isPresent();
    List<List<PolicyDocument>> documents =
        levels.stream().map(level -> level.stream().map(NamedPolicy::document).toList()).toList();
    return new LayerFormulas(terms, callers, scope, bounded).say(documents);
  }

  /** The resource's policy: a trust policy if the call is one of STS. */
  Optional<Said> resource() {
    return policies.resource().map(policy -> resource(List.of(List.of(policy))));
  }

  private Said resource(List<List<NamedPolicy>> levels) {
    Said asResource = say(levels, ofResource, PolicyScope.RESOURCE);
    return policies.mandatory()
        ? Said.either(isTrust(), say(levels, ofResource, PolicyScope.TRUST), asResource, formulas)
        : asResource;
  }

  private Formula isTrust() {
    return policies.mandatory() ? action("sts:*") : formulas.no();
  }

  private Formula action(String glob) {
    return formulas.in(Terms.ACTION, Language.of(List.of(Pattern.glob(glob).ignoringCase())));
  }

  /** The layers that only take away, each with what it lets pass. */
  List<Formula> filters() {
    List<Formula> all = new ArrayList<>();
    if (callers.account().isPresent() && !isExemptFromScps()) {
      policies.scps().ifPresent(levels -> all.add(passes(levels, ofCaller, PolicyScope.CALLER)));
    }
    if (policies.rcps().isPresent() && !isExemptFromRcps()) {
      Formula passes = passes(policies.rcps().get(), ofResource, PolicyScope.RCP);
      all.add(formulas.or(formulas.not(rcpsApply()), passes));
    }
    policies
        .vpcEndpoint()
        .map(policy -> List.of(List.of(policy)))
        .ifPresent(levels -> all.add(passes(levels, ofCaller, PolicyScope.ENDPOINT)));
    return all;
  }

  private boolean isExemptFromScps() {
    return policies.standing().callerInManagementAccount()
        || policies.standing().serviceLinkedRole();
  }

  private boolean isExemptFromRcps() {
    return policies.standing().resourceInManagementAccount()
        || policies.standing().serviceLinkedRole();
  }

  /** A layer without levels says nothing. */
  private Formula passes(List<List<NamedPolicy>> levels, Terms terms, PolicyScope scope) {
    if (levels.isEmpty()) {
      return formulas.yes();
    }
    Said said = say(levels, terms, scope);
    return formulas.and(said.allows(), formulas.not(said.denies()));
  }

  /** R2.5: services that support them; trust policies of service-linked roles are out of reach. */
  private Formula rcpsApply() {
    Formula serviceLinked =
        formulas.in(Terms.RESOURCE, ArnPatterns.ofResource("role/aws-service-role/"));
    return formulas.and(
        formulas.in(Terms.ACTION, supportingRcps()),
        formulas.not(action("kms:retiregrant")),
        formulas.not(formulas.and(isTrust(), serviceLinked)));
  }

  private static Language supportingRcps() {
    List<Pattern> supporting = new ArrayList<>();
    for (String prefix : Catalog.shipped().prefixes()) {
      if (Catalog.shipped().service(prefix).filter(Service::supportsRcps).isPresent()) {
        supporting.add(Pattern.glob(prefix + ":*").ignoringCase());
      }
    }
    return Language.of(supporting);
  }
}
