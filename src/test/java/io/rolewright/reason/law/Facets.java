package io.rolewright.reason.law;

import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS says in a request of a caller, facet by facet: of each facet one alternative is so, and
 * the keys of an alternative come together (section 3.4, R3.28, R3.29, R4.1; option A of U22 and
 * U24). Any choice of alternatives is a request that can be made. Keys are in lower case.
 */
final class Facets {

  static final String GITHUB = "token.actions.githubusercontent.com";
  private static final String GOOGLE = "accounts.google.com";

  private final Caller caller;
  private final Caller.Kind kind;
  private final String action;
  private final List<List<Map<String, List<String>>>> all = new ArrayList<>();

  private Facets(Caller caller, String action) {
    this.caller = caller;
    this.kind = caller.kind();
    this.action = action;
  }

  /** The alternatives of each facet. */
  static List<List<Map<String, List<String>>>> of(Caller caller, String action) {
    Facets facets = new Facets(caller, action);
    facets.who();
    facets.mfa();
    facets.network();
    facets.organisation();
    facets.tags();
    facets.call();
    facets.service();
    facets.claims();
    facets.assertion();
    facets.session();
    facets.time();
    return facets.all;
  }

  private static Map<String, List<String>> keys(String... keysAndValues) {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      keys.put(keysAndValues[i], List.of(keysAndValues[i + 1].split(" ")));
    }
    return keys;
  }

  @SafeVarargs
  private void facet(Map<String, List<String>>... alternatives) {
    all.add(List.of(alternatives));
  }

  private boolean isAccountless() {
    return caller.account().isEmpty();
  }

  /** R3.28, R1.50. */
  private void who() {
    Map<String, List<String>> who = new LinkedHashMap<>();
    who.put("aws:principalisawsservice", List.of(String.valueOf(kind == Caller.Kind.SERVICE)));
    caller.account().ifPresent(account -> who.put("aws:principalaccount", List.of(account)));
    Optional<String> arn = caller.roleArn().or(caller::arn);
    arn.ifPresent(name -> who.put("aws:principalarn", List.of(name)));
    switch (kind) {
      case USER -> {
        String name = last(arn.orElseThrow());
        who.put("aws:principaltype", List.of("User"));
        who.put("aws:username", List.of(name));
        who.put("aws:userid", List.of("AIDA" + name));
      }
      case ROLE_SESSION -> {
        String session = last(caller.arn().orElseThrow());
        who.put("aws:principaltype", List.of("AssumedRole"));
        who.put("aws:userid", List.of("AROA" + last(arn.get()).toUpperCase() + ":" + session));
      }
      case SERVICE -> who.put("aws:principalservicename", List.of(caller.name().orElseThrow()));
      case ROOT -> {
        who.put("aws:principaltype", List.of("Account"));
        who.put("aws:userid", List.of(caller.account().orElseThrow()));
      }
      case ANONYMOUS -> who.put("aws:principaltype", List.of("Anonymous"));
      default -> {}
    }
    facet(who);
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private void mfa() {
    String present = "aws:multifactorauthpresent";
    String age = "aws:multifactorauthage";
    switch (kind) {
      case USER, ROOT ->
          facet(
              keys(),
              keys(present, "false"),
              keys(present, "true", age, "0"),
              keys(present, "true", age, "299"),
              keys(present, "true", age, "300"),
              keys(present, "true", age, "301"),
              keys(present, "true", age, "4000"));
      case ROLE_SESSION -> facet(keys(), keys(present, "false"));
      default -> {}
    }
  }

  private void network() {
    List<Map<String, List<String>>> ways = new ArrayList<>();
    for (String ip : List.of("10.1.2.3", "203.0.113.9", "198.51.100.1", "2001:db8::7", "::1")) {
      ways.add(keys("aws:sourceip", ip));
    }
    if (kind == Caller.Kind.SERVICE) {
      ways.add(keys());
    } else {
      for (String number : List.of("1", "2")) {
        ways.add(
            keys(
                "aws:sourcevpce", "vpce-" + number,
                "aws:sourcevpc", "vpc-" + number,
                "aws:vpcsourceip", "10.0.0." + number));
      }
    }
    all.add(ways);
    facet(keys("aws:securetransport", "true"), keys("aws:securetransport", "false"));
    facet(keys("aws:viaawsservice", "true"), keys("aws:viaawsservice", "false"));
  }

  private void organisation() {
    if (!isAccountless()) {
      String id = "aws:principalorgid";
      String paths = "aws:principalorgpaths";
      facet(
          keys(),
          keys(id, "o-corp", paths, "o-corp/r-1/ou-a/"),
          keys(id, "o-corp", paths, "o-corp/r-1/ou-b/"),
          keys(id, "o-other", paths, "o-other/r-2/"));
    }
  }

  private void tags() {
    String principal = "aws:principaltag/team";
    String team = "aws:requesttag/team";
    String cost = "aws:requesttag/cost";
    String names = "aws:tagkeys";
    facet(
        keys(),
        keys(team, "blue", names, "team"),
        keys(team, "red", names, "team"),
        keys(team, "dana", cost, "7", names, "cost team"),
        keys(cost, "7", names, "cost"),
        keys(names, "project"));
    if (!isAccountless() || kind == Caller.Kind.SERVICE) {
      facet(keys(), keys(principal, "blue"), keys(principal, "dana"), keys(principal, "red"));
    }
  }

  /** R3.29. */
  private void call() {
    String external = "sts:externalid";
    String session = "sts:rolesessionname";
    String identity = "sts:sourceidentity";
    if (action.equals("sts:AssumeRole")) {
      facet(
          keys(),
          keys(external, "ext-7f3a9c21"),
          keys(external, "ext-other"),
          keys(external, "blue"));
    }
    if (action.startsWith("sts:AssumeRole")) {
      facet(
          keys(session, "deploy"),
          keys(session, "dana"),
          keys(session, "AIDAdana"),
          keys(session, "someone@corp"));
      facet(keys(), keys(identity, "dana"), keys(identity, "erin"));
    }
    if (action.equals("sts:SetSourceIdentity")) {
      facet(keys(identity, "dana"), keys(identity, "erin"));
    }
  }

  private void service() {
    if (kind == Caller.Kind.SERVICE) {
      String arn = "aws:sourcearn";
      String account = "aws:sourceaccount";
      String org = "aws:sourceorgid";
      facet(
          keys(),
          keys(account, "111111111111"),
          keys(arn, "arn:aws:s3:::bucket", account, "222222222222"),
          keys(
              arn,
              "arn:aws:lambda:eu-west-1:111111111111:function:f",
              account,
              "111111111111",
              org,
              "o-corp"),
          keys(
              arn,
              "arn:aws:lambda:eu-west-1:222222222222:function:f",
              account,
              "222222222222",
              org,
              "o-other"));
    }
  }

  private void claims() {
    if (kind == Caller.Kind.WEB_IDENTITY) {
      boolean github = caller.name().orElseThrow().endsWith(GITHUB);
      if (github) {
        facet(
            keys(GITHUB + ":sub", "repo:corp/app:ref:refs/heads/main"),
            keys(GITHUB + ":sub", "repo:corp/app:pull_request"),
            keys(GITHUB + ":sub", "repo:evil/app:environment:prod"));
        facet(keys(GITHUB + ":aud", "sts.amazonaws.com"), keys(GITHUB + ":aud", "other"));
      } else {
        facet(keys(GOOGLE + ":sub", "1234"), keys(GOOGLE + ":sub", "9"));
        facet(keys(GOOGLE + ":aud", "client-1"), keys(GOOGLE + ":aud", "client-2"));
      }
    }
  }

  private void assertion() {
    String type = "saml:sub_type";
    if (kind == Caller.Kind.SAML) {
      facet(
          keys("saml:aud", "https://signin.aws.amazon.com/saml"),
          keys("saml:aud", "https://eu-west-1.signin.aws.amazon.com/saml"));
      facet(
          keys("saml:sub", "dana", type, "persistent"),
          keys("saml:sub", "erin", type, "transient"));
    }
  }

  /** What is kept of how a session began. */
  private void session() {
    if (kind == Caller.Kind.ROLE_SESSION) {
      facet(keys(), keys("aws:sourceidentity", "dana"), keys("aws:sourceidentity", "erin"));
      facet(
          keys(),
          keys("saml:sub", "dana", "saml:sub_type", "persistent"),
          keys(GOOGLE + ":aud", "client-1", GOOGLE + ":sub", "1234"),
          keys(GITHUB + ":aud", "sts.amazonaws.com", GITHUB + ":sub", "repo:corp/app:x"));
    }
    if (kind == Caller.Kind.ROLE_SESSION || kind == Caller.Kind.FEDERATED_USER) {
      facet(
          keys("aws:tokenissuetime", "2026-05-05T00:00:00Z"),
          keys("aws:tokenissuetime", "2019-01-01T00:00:00Z"));
    } else if (!isAccountless()) {
      facet(keys(), keys("aws:tokenissuetime", "2026-05-05T00:00:00Z"));
    }
  }

  private void time() {
    facet(
        keys("aws:currenttime", "2026-11-23T12:00:00Z", "aws:epochtime", "1795435200"),
        keys("aws:currenttime", "2019-05-05T00:00:00Z", "aws:epochtime", "1557014400"));
  }
}
