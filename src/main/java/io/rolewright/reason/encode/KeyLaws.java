package io.rolewright.reason.encode;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which condition keys come with which others (section 3.4, R3.29, R4.1). */
final class KeyLaws {

  /** Whether a service goes on with somebody's request on his behalf. */
  private static final String FORWARDED = "aws:viaawsservice";

  private static final String TAG = "aws:requesttag/";

  /** What each request through a VPC endpoint has and no other. */
  private static final List<String> OF_ENDPOINT =
      List.of("aws:sourcevpc", "aws:sourcevpce", "aws:vpcsourceip");

  /** What only requests through a VPC endpoint have. */
  private static final List<String> ONLY_AT_ENDPOINT =
      List.of(
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:vpcsourceip",
          "aws:sourcevpcarn",
          "aws:vpceaccount",
          "aws:vpceorgid",
          "aws:vpceorgpaths");

  /** Built-in providers by OAuth 2.0, whose tokens need have neither subject nor audience. */
  private static final List<String> NOT_OPENID = List.of("graph.facebook.com", "www.amazon.com");

  private final Formulas formulas;
  private final Callers callers;
  private final CallerKeys keys;
  private final Map<String, KeyForm> mentioned;
  private final List<Formula> laws = new ArrayList<>();

  KeyLaws(Formulas formulas, Callers callers, CallerKeys keys) {
    this.formulas = formulas;
    this.callers = callers;
    this.keys = keys;
    this.mentioned = keys.mentioned();
  }

  List<Formula> all() {
    username();
    mfa();
    forwarded();
    network();
    organisation();
    tags();
    mentioned.keySet().forEach(this::seenByAction);
    mentioned.keySet().forEach(this::ofProvider);
    return laws;
  }

  private boolean isMentioned(String key) {
    return mentioned.containsKey(key);
  }

  private Formula present(String key) {
    return KeyTests.present(keys.of(key), formulas);
  }

  private void implies(Formula first, Formula then) {
    laws.add(formulas.or(formulas.not(first), then));
  }

  private void same(Formula first, Formula second) {
    implies(first, second);
    implies(second, first);
  }

  private void username() {
    if (callers.fields().contains(Callers.USERNAME)) {
      Language slashed = Language.of(List.of(Pattern.glob("*/*")));
      laws.add(formulas.not(formulas.in(Callers.USERNAME, slashed)));
    }
  }

  /** The age of an MFA sign-in is there exactly when there was one; a role has none (U22). */
  private void mfa() {
    String present = "aws:multifactorauthpresent";
    if (!isMentioned(present)) {
      return;
    }
    Language yes = Language.of(List.of(Pattern.literal("true")));
    Formula signedIn = KeyTests.in(keys.of(present), yes, formulas);
    boolean person = callers.kind() == Caller.Kind.USER || callers.kind() == Caller.Kind.ROOT;
    if (!person) {
      laws.add(formulas.not(signedIn));
    } else if (isMentioned("aws:multifactorauthage")) {
      same(present("aws:multifactorauthage"), signedIn);
    }
  }

  /** Some services do not support the key; STS does. */
  private void forwarded() {
    if (isMentioned(FORWARDED)) {
      implies(isOfSts(), present(FORWARDED));
    }
  }

  /** A request comes either from an address or through a VPC endpoint. */
  private void network() {
    List<Formula> through = new ArrayList<>();
    List<Formula> always = new ArrayList<>();
    for (String key : ONLY_AT_ENDPOINT) {
      if (isMentioned(key)) {
        through.add(present(key));
        if (OF_ENDPOINT.contains(key)) {
          always.add(present(key));
        }
      }
    }
    Formula some = formulas.or(through);
    always.forEach(each -> implies(some, each));
    if (isMentioned("aws:sourceip") && callers.kind() != Caller.Kind.SERVICE) {
      Formula address = present("aws:sourceip");
      implies(some, formulas.not(address));
      Formula neither = formulas.or(address, isForwarded());
      always.forEach(each -> implies(formulas.not(neither), each));
    }
  }

  /**
   * A service that goes on with somebody's request may say nothing of the network, and need not say
   * that it does so.
   */
  private Formula isForwarded() {
    if (!isMentioned(FORWARDED)) {
      return formulas.not(isOfSts());
    }
    Language no = Language.of(List.of(Pattern.literal("false")));
    return formulas.not(KeyTests.in(keys.of(FORWARDED), no, formulas));
  }

  private void organisation() {
    for (String of : List.of("principal", "source", "resource", "vpce")) {
      String id = "aws:" + of + "orgid";
      String paths = "aws:" + of + "orgpaths";
      if (isMentioned(id) && isMentioned(paths)) {
        same(present(id), present(paths));
      }
    }
  }

  /**
   * A tag that is passed to a session is named among the keys of all tags that are passed.
   * Elsewhere one comes without the other: who takes tags away names their keys alone.
   */
  private void tags() {
    if (!isMentioned("aws:tagkeys")) {
      return;
    }
    Formula elsewhere = formulas.not(isOfSts());
    for (String key : mentioned.keySet()) {
      if (key.startsWith(TAG)) {
        Pattern name = Pattern.literal(key.substring(TAG.length())).ignoringCase();
        Formula named = KeyTests.in(keys.of("aws:tagkeys"), Language.of(List.of(name)), formulas);
        laws.add(formulas.or(elsewhere, formulas.and(present(key), named), neither(key, named)));
      }
    }
  }

  private Formula neither(String key, Formula named) {
    return formulas.not(formulas.or(present(key), named));
  }

  private Formula isOfSts() {
    return formulas.in(Terms.ACTION, Language.of(List.of(Pattern.glob("sts:*").ignoringCase())));
  }

  /** R3.29: keys of STS and IAM are in the request only of actions they are listed for. */
  private void seenByAction(String key) {
    if (!key.startsWith("sts:") && !key.startsWith("iam:")) {
      return;
    }
    List<Pattern> listing = new ArrayList<>();
    String service = key.substring(0, 3);
    for (ServiceAction action : Catalog.shipped().service(service).orElseThrow().actions()) {
      if (action.allConditionKeys().stream().anyMatch(k -> ConditionKey.isListed(k, key))) {
        listing.add(Pattern.literal(action.id()).ignoringCase());
      }
    }
    Formula seen = formulas.in(Terms.ACTION, Language.of(listing));
    implies(present(key), seen);
    if (key.equals("sts:rolesessionname")) {
      implies(formulas.and(seen, isAssumption()), present(key));
    }
  }

  private Formula isAssumption() {
    return formulas.in(
        Terms.ACTION, Language.of(List.of(Pattern.glob("sts:AssumeRole*").ignoringCase())));
  }

  /** The claims of a token are those of the provider that gave it out. */
  private void ofProvider(String key) {
    Optional<Compound> provider = callers.principal();
    if (callers.kind() != Caller.Kind.WEB_IDENTITY || !Presence.isClaim(key)) {
      return;
    }
    String issuer = key.substring(0, key.lastIndexOf(':'));
    Pattern.Builder arn = new Pattern.Builder().characters("arn:");
    arn.runWithoutColon().characters(":iam::").runWithoutColon().characters(":oidc-provider/");
    Language ofIssuer =
        Language.of(
            List.of(
                Pattern.literal(issuer).ignoringCase(),
                arn.characters(issuer).build().ignoringCase()));
    Formula from = provider.orElseThrow().in(ofIssuer, formulas);
    implies(present(key), from);
    String claim = key.substring(key.lastIndexOf(':') + 1);
    if ((claim.equals("sub") || claim.equals("aud")) && !NOT_OPENID.contains(issuer)) {
      implies(from, present(key));
    }
  }
}
