package io.rolewright.simulate.explain;

import java.util.Locale;
import java.util.Set;

/**
 * Condition keys that people speak of in the same way. In the phrases {@code %s} stands for values
 * and {@code %k} for the end of the key's name: a tag's key, a claim.
 */
enum KeyFamily {
  EXTERNAL_ID(
      "with the external ID %s",
      "the call passes none",
      "the call passes %s",
      "pass the external ID %s",
      "pass no external ID"),
  MFA(
      "with MFA",
      "this request says nothing of MFA",
      "these credentials were got without MFA",
      "sign in with MFA",
      "call with credentials that say nothing of MFA, such as a long-term key"),
  MFA_AGE(
      "with MFA %s seconds ago",
      "these credentials are without MFA",
      "here it was %s seconds ago",
      "sign in with MFA %s seconds before",
      "call with credentials without MFA"),
  SESSION_NAME(
      "under the session name %s",
      "the call has none", "the call uses %s", "use the session name %s", "use no session name"),
  SOURCE_IDENTITY(
      "with the source identity %s",
      "the call passes none",
      "the call passes %s",
      "pass the source identity %s",
      "pass no source identity"),
  CARRIED_SOURCE_IDENTITY(
      "to sessions with the source identity %s",
      "this session has none",
      "this session has %s",
      "get the session with the source identity %s",
      "get the session without a source identity"),
  REQUEST_TAG(
      "with the tag `%k` = %s",
      "the request passes no such tag",
      "the request passes `%k` = %s",
      "pass the tag `%k` = %s",
      "do not pass the tag `%k`"),
  TAG_KEYS(
      "with the tag keys %s",
      "the request passes no tags",
      "the request passes %s",
      "pass the tag keys %s",
      "pass no tags"),
  TRANSITIVE_KEYS(
      "with the transitive tag keys %s",
      "the call passes none",
      "the call passes %s",
      "make transitive the tag keys %s",
      "make no tag transitive"),
  PRINCIPAL_TAG(
      "to callers tagged `%k` = %s",
      "this caller has no such tag",
      "this caller has `%k` = %s",
      "have the caller tagged `%k` = %s",
      "take the tag `%k` from the caller"),
  RESOURCE_TAG(
      "on resources tagged `%k` = %s",
      "this resource has no such tag",
      "this resource has `%k` = %s",
      "tag the resource with `%k` = %s",
      "take the tag `%k` from the resource"),
  SOURCE_IP(
      "from an address %s",
      "this request shows no public address",
      "this request comes from %s",
      "call from an address %s",
      "call through a VPC endpoint, which hides the public address"),
  ENDPOINT(
      "through the VPC endpoint %s",
      "this request comes through none",
      "this request comes through %s",
      "call through the VPC endpoint %s",
      "call without a VPC endpoint"),
  VPC(
      "from the VPC %s",
      "this request shows none",
      "this request comes from %s",
      "call through an endpoint in the VPC %s",
      "call without a VPC endpoint"),
  TIME(
      "%s",
      "the request has no time", "the request is made at %s", "make the call %s", "never call"),
  TRANSPORT(
      "over TLS",
      "this request is without TLS",
      "this request is without TLS",
      "call over TLS",
      ""),
  REGION(
      "in the region %s",
      "this request names no region",
      "this request goes to %s",
      "call in the region %s",
      "call without a region"),
  TOKEN(
      "for tokens of which `%k` is %s",
      "this token has none",
      "in this token it is %s",
      "sign in so that `%k` of the token is %s",
      "sign in so that the token has no `%k`"),
  ASSERTION(
      "for assertions of which `%k` is %s",
      "this assertion has none",
      "in this assertion it is %s",
      "have the identity provider assert `%k` = %s",
      "have the identity provider leave out `%k`"),
  ISSUE_TIME(
      "with credentials issued %s",
      "these credentials are a long-term key",
      "these were issued at %s",
      "get new credentials",
      ""),
  /** What the caller is and no call can change. */
  CALLER("to callers of whom `%k` is %s", "this caller has none", "this caller's is %s", "", ""),
  /** Whose the resource is. */
  OWNER("where `%k` is %s", "the resource has none", "here it is %s", "", ""),
  /** How a service passes a request on. */
  WAY("where `%k` is %s", "the request has no such key", "in this request it is %s", "", ""),
  OTHER(
      "where `%k` is %s",
      "the request has no such key",
      "in this request it is %s",
      "make a request in which `%k` is %s",
      "make a request without `%k`");

  private static final Set<String> OF_THE_CALLER =
      Set.of(
          "aws:principalarn",
          "aws:principalaccount",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principaltype",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:principalservicenameslist",
          "aws:userid",
          "aws:username",
          "aws:assumedroot",
          "aws:federatedprovider");

  private final String demand;
  private final String absent;
  private final String given;
  private final String change;
  private final String drop;

  KeyFamily(String demand, String absent, String given, String change, String drop) {
    this.demand = demand;
    this.absent = absent;
    this.given = given;
    this.change = change;
    this.drop = drop;
  }

  /** The family of a key's name, of which letter case does not count (R1.28). */
  static KeyFamily of(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (OF_THE_CALLER.contains(lower)) {
      return CALLER;
    }
    return switch (lower) {
      case "sts:externalid" -> EXTERNAL_ID;
      case "aws:multifactorauthpresent" -> MFA;
      case "aws:multifactorauthage" -> MFA_AGE;
      case "sts:rolesessionname" -> SESSION_NAME;
      case "sts:sourceidentity" -> SOURCE_IDENTITY;
      case "aws:sourceidentity" -> CARRIED_SOURCE_IDENTITY;
      case "aws:tagkeys" -> TAG_KEYS;
      case "sts:transitivetagkeys" -> TRANSITIVE_KEYS;
      case "aws:sourceip" -> SOURCE_IP;
      case "aws:sourcevpce" -> ENDPOINT;
      case "aws:sourcevpc" -> VPC;
      case "aws:currenttime", "aws:epochtime" -> TIME;
      case "aws:securetransport" -> TRANSPORT;
      case "aws:requestedregion" -> REGION;
      case "aws:tokenissuetime" -> ISSUE_TIME;
      case "aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths" -> OWNER;
      case "aws:viaawsservice", "aws:calledvia", "aws:calledviafirst", "aws:calledvialast" -> WAY;
      default -> byPrefix(lower);
    };
  }

  private static KeyFamily byPrefix(String key) {
    if (key.startsWith("aws:requesttag/")) {
      return REQUEST_TAG;
    }
    if (key.startsWith("aws:principaltag/")) {
      return PRINCIPAL_TAG;
    }
    if (key.contains(":resourcetag/")) {
      return RESOURCE_TAG;
    }
    if (key.startsWith("saml:")) {
      return ASSERTION;
    }
    int colon = key.indexOf(':');
    return colon > 0 && key.lastIndexOf('.', colon) > 0 ? TOKEN : OTHER;
  }

  /** What a condition asks for, behind "allows it only". */
  String demand(String key, String values) {
    return filled(demand, key, values);
  }

  /** What the request has instead, where the key is absent. */
  String absent() {
    return absent;
  }

  /** What the request has instead. */
  String given(String key, String values) {
    return filled(given, key, values);
  }

  /** What to do so that the key has a value; empty where nothing can be done. */
  String change(String key, String values) {
    return filled(change, key, values);
  }

  /** What to do so that the key is absent; empty where nothing can be done. */
  String drop(String key) {
    return filled(drop, key, "");
  }

  private String filled(String phrase, String key, String values) {
    String filled = phrase.replace("%k", ending(key));
    String slot = values.startsWith("other than") ? "= %s" : "%s";
    return filled.replace(slot, values).replace("%s", values);
  }

  private String ending(String key) {
    return switch (this) {
      case REQUEST_TAG, PRINCIPAL_TAG, RESOURCE_TAG -> key.substring(key.indexOf('/') + 1);
      case TOKEN -> key.substring(key.indexOf(':') + 1);
      default -> key;
    };
  }
}
