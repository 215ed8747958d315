package io.rolewright.reason.law;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what about a request could never be (section 3.4, R3.28, R3.29, R4.1; option A of U22 and
 * U24). Keys that no policy reads are left out of witnesses, so of these nothing is demanded.
 */
final class Coherence {

  private static final Set<String> ALWAYS =
      Set.of("aws:currenttime", "aws:epochtime", "aws:securetransport");
  private static final Set<String> OF_SERVICES =
      Set.of("aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:principalservicename");
  private static final Set<String> TRUTHS =
      Set.of(
          "aws:multifactorauthpresent",
          "aws:securetransport",
          "aws:viaawsservice",
          "aws:principalisawsservice");

  private final Request request;
  private final Context context;
  private final Caller caller;
  private final Caller.Kind kind;
  private final Set<String> read;
  private final List<String> faults = new ArrayList<>();

  private Coherence(Request request, Set<String> read) {
    this.request = request;
    this.context = request.context();
    this.caller = request.principal();
    this.kind = caller.kind();
    this.read = read;
  }

  /**
   * What is wrong with a request; nothing if it can be made.
   *
   * @param read the keys that policies read, in lower case
   */
  static List<String> faults(Request request, Set<String> read) {
    Coherence check = new Coherence(request, read);
    check.who();
    check.mfa();
    check.network();
    check.tags();
    check.call();
    check.others();
    return check.faults;
  }

  private void fault(boolean is, String what) {
    if (is) {
      faults.add(what);
    }
  }

  private boolean has(String key) {
    return context.has(key);
  }

  private Optional<String> one(String key) {
    return context.get(key).stream().findFirst();
  }

  /** A key that is read is there with just this text, or not there. */
  private void exactly(String key, Optional<String> text) {
    fault(read.contains(key) && !one(key).equals(text), key + " is not " + text);
  }

  private void who() {
    boolean named = caller.name().orElse("").matches("arn:aws:iam::[^:]{12}:saml-provider/[^:]+");
    fault(kind == Caller.Kind.SAML && !named, "provider of SAML without an ARN");
    Optional<String> arn = caller.roleArn().or(caller::arn);
    exactly("aws:principalarn", arn);
    exactly("aws:principalaccount", caller.account());
    boolean silent = caller.account().isEmpty() && kind != Caller.Kind.SERVICE;
    if (!silent || has("aws:principalisawsservice")) {
      exactly("aws:principalisawsservice", Optional.of("" + (kind == Caller.Kind.SERVICE)));
    }
    exactly("aws:username", kind == Caller.Kind.USER ? arn.map(Coherence::last) : Optional.empty());
    exactly(
        "aws:principalservicename", kind == Caller.Kind.SERVICE ? caller.name() : Optional.empty());
    exactly(
        "aws:principaltype",
        switch (kind) {
          case USER -> Optional.of("User");
          case ROLE_SESSION -> Optional.of("AssumedRole");
          case FEDERATED_USER -> Optional.of("FederatedUser");
          case ROOT, ASSUMED_ROOT -> Optional.of("Account");
          case ANONYMOUS -> Optional.of("Anonymous");
          default -> Optional.empty();
        });
    fault(caller.account().filter(a -> !a.matches("[^:]{12}")).isPresent(), "account");
    if (read.contains("aws:userid")) {
      String id = one("aws:userid").orElse("");
      String session = caller.arn().map(Coherence::last).orElse("");
      switch (kind) {
        case USER -> fault(!id.matches("AIDA[^:]*"), "id of a user");
        case ROLE_SESSION ->
            fault(!id.startsWith("AROA") || !id.endsWith(":" + session), "id of a session");
        case FEDERATED_USER ->
            fault(!id.equals(caller.account().get() + ":" + session), "id of a federated user");
        case ROOT, ASSUMED_ROOT -> exactly("aws:userid", caller.account());
        default -> fault(has("aws:userid"), "id of nobody");
      }
    }
  }

  private static String last(String arn) {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private void mfa() {
    String present = "aws:multifactorauthpresent";
    String age = "aws:multifactorauthage";
    boolean signedIn = one(present).equals(Optional.of("true"));
    boolean person = kind == Caller.Kind.USER || kind == Caller.Kind.ROOT;
    fault(signedIn && !person, "MFA of nobody");
    fault(has(present) && caller.account().isEmpty(), "MFA without an account");
    fault(has(age) && !person, "age of nobody's MFA");
    boolean both = read.contains(present) && read.contains(age);
    fault(both && signedIn != has(age), "age without MFA or MFA without age");
    fault(one(age).filter(a -> a.startsWith("-")).isPresent(), "negative age");
  }

  private void network() {
    List<String> ofEndpoint = List.of("aws:sourcevpce", "aws:sourcevpc", "aws:vpcsourceip");
    List<String> asked = ofEndpoint.stream().filter(read::contains).toList();
    long there = asked.stream().filter(this::has).count();
    fault(there > 0 && there < asked.size(), "half an endpoint");
    fault(there > 0 && kind == Caller.Kind.SERVICE, "a service at an endpoint");
    boolean address = has("aws:sourceip");
    fault(there > 0 && address, "both from an address and at an endpoint");
    boolean forwarded =
        read.contains("aws:viaawsservice")
            ? !one("aws:viaawsservice").equals(Optional.of("false"))
            : !isOfSts();
    boolean neither = there == 0 && !address && kind != Caller.Kind.SERVICE && !forwarded;
    fault(!asked.isEmpty() && read.contains("aws:sourceip") && neither, "from nowhere");
  }

  private void tags() {
    String prefix = "aws:requesttag/";
    if (read.contains("aws:tagkeys")) {
      List<String> named =
          context.get("aws:tagkeys").stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      for (String key : read) {
        if (key.startsWith(prefix)) {
          boolean listed = named.contains(key.substring(prefix.length()));
          fault(isOfSts() && listed != has(key), key + " and aws:TagKeys " + named);
        }
      }
    }
    boolean tagged =
        context.asMap().keySet().stream()
            .anyMatch(k -> lower(k).startsWith("aws:pri") && lower(k).contains("tag/"));
    fault(tagged && caller.account().isEmpty() && kind != Caller.Kind.SERVICE, "tags of nobody");
  }

  private boolean isOfSts() {
    return lower(request.action()).startsWith("sts:");
  }

  private static String lower(String key) {
    return key.toLowerCase(Locale.ROOT);
  }

  private void call() {
    boolean assumes = lower(request.action()).startsWith("sts:assumerole");
    boolean assumption = lower(request.action()).equals("sts:assumerole");
    fault(has("sts:externalid") && !assumption, "external id of another call");
    fault(has("sts:externalid") && isFederated(), "external id of a token");
    boolean named = read.contains("sts:rolesessionname") && has("sts:rolesessionname");
    fault(read.contains("sts:rolesessionname") && named != assumes, "session name");
    boolean identity = assumes || lower(request.action()).equals("sts:setsourceidentity");
    fault(has("sts:sourceidentity") && !identity, "source identity of another call");
  }

  private boolean isFederated() {
    return kind == Caller.Kind.WEB_IDENTITY || kind == Caller.Kind.SAML;
  }

  private void others() {
    boolean session = kind == Caller.Kind.ROLE_SESSION || kind == Caller.Kind.ASSUMED_ROOT;
    fault(has("aws:sourceidentity") && !session, "source identity of no session");
    boolean dated = read.contains("aws:tokenissuetime") && !has("aws:tokenissuetime");
    fault(dated && kind == Caller.Kind.ROLE_SESSION, "session without a beginning");
    fault(has("aws:tokenissuetime") && caller.account().isEmpty(), "beginning of no session");
    fault(has("aws:principalorgid") && caller.account().isEmpty(), "organisation of nobody");
    boolean both = read.contains("aws:principalorgid") && read.contains("aws:principalorgpaths");
    fault(
        both && has("aws:principalorgid") != has("aws:principalorgpaths"), "half an organisation");
    for (String key : read) {
      fault(ALWAYS.contains(key) && !has(key), key + " is never absent");
      fault(
          isOfSts() && key.equals("aws:viaawsservice") && !has(key), key + " is never absent here");
      fault(OF_SERVICES.contains(key) && has(key) && kind != Caller.Kind.SERVICE, key);
    }
    for (Map.Entry<String, List<String>> key : context.asMap().entrySet()) {
      value(lower(key.getKey()), key.getValue());
    }
    exactlyAtOneTime();
  }

  private void value(String key, List<String> values) {
    boolean truth = TRUTHS.contains(key);
    fault(truth && !List.of("true", "false").contains(values.get(0)), key + " is " + values);
    boolean list = key.equals("aws:tagkeys") || key.endsWith("orgpaths");
    fault(list && values.contains(""), key + " has an empty value");
    fault(values.size() > 1 && !list, key + " has several values");
    fault(key.equals("aws:sourcearn") && !values.get(0).matches("arn:([^:]*:){4}.*"), "no ARN");
    int colon = key.lastIndexOf(':');
    if (key.startsWith("saml:")) {
      boolean kept = kind == Caller.Kind.ROLE_SESSION && key.startsWith("saml:sub");
      fault(kind != Caller.Kind.SAML && !kept, key + " without an assertion");
    } else if (key.lastIndexOf('.', colon) > 0) {
      boolean own =
          kind == Caller.Kind.WEB_IDENTITY
              && lower(caller.name().orElseThrow()).endsWith(key.substring(0, colon));
      fault(!own && kind != Caller.Kind.ROLE_SESSION, key + " of another provider");
    }
  }

  private void exactlyAtOneTime() {
    if (has("aws:currenttime") && has("aws:epochtime")) {
      long seconds = java.time.Instant.parse(one("aws:currenttime").get()).getEpochSecond();
      fault(!one("aws:epochtime").get().equals("" + seconds), "at two times");
    }
  }
}
