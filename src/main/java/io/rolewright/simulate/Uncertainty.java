package io.rolewright.simulate;

import java.util.Optional;

/**
 * A point at which AWS's documents are silent or contradict each other (section 9 of the
 * semantics), as far as it can change a decision. Option A is taken unless {@link Assumptions} say
 * otherwise.
 */
public enum Uncertainty {
  U1("a key written twice in one object", "the policy is invalid", "the last one counts"),
  U2("wildcard actions in a trust policy", "they are evaluated", "the policy is invalid"),
  U3("an AWS star and service principals", "it covers services", "it does not"),
  U4(
      "who a NotPrincipal exempts",
      "a caller of whom every level is listed",
      "a caller of whom some level is listed"),
  U5(
      "wildcards and colons in a Resource",
      "each part of the ARN is matched on its own",
      "wildcards cross colons"),
  U6("letter case in the first five parts of a Resource", "it matters", "it does not"),
  U7("letter case of operator names", "it matters", "it does not"),
  U8("letter case of Bool values", "it does not matter", "it does"),
  U9("variables in Bool values", "they are plain text", "they are substituted"),
  U10("an ARN operator with the value *", "it matches every ARN", "it matches none"),
  U11("an operand that cannot be read, negated", "the test holds", "the test fails"),
  U12("ForAnyValue with a negated operator and an absent key", "the test fails", "it holds"),
  U13(
      "a key of several values without ForAllValues or ForAnyValue",
      "any value may match",
      "the test fails"),
  U14("a plain operator with an empty list", "the test fails", "the test holds"),
  U15(
      "a variable without a value in NotResource",
      "its pattern matches nothing",
      "the statement is void"),
  U16("* and ? in the value of a variable", "they are characters", "they are wildcards"),
  U18(
      "a star in the resource policy of the own account",
      "boundary and session policy need not allow",
      "they must, for role sessions"),
  U19(
      "a star in the trust policy of the own account",
      "the caller needs no own permission",
      "he does"),
  U20(
      "a user named in a trust policy whose boundary does not allow the call",
      "the call is allowed",
      "it is denied"),
  U21(
      "tags, source identity and context passed to a role of the own account",
      "need the caller's own permission only where AssumeRole does",
      "always need it"),
  U22("MFA inside the session of a role", "it reads false", "it is the caller's"),
  U23(
      "certificate attributes from Roles Anywhere while a role is assumed",
      "are aws:PrincipalTag",
      "are aws:RequestTag"),
  U24(
      "the tags and provider of a federated caller while he assumes a role",
      "are not yet his principal's",
      "already are"),
  U26(
      "passing a tag key that the calling role itself is tagged with",
      "is accepted",
      "fails the call"),
  U29(
      "an AWS star and web identity or SAML callers in an Allow of a trust policy",
      "it does not cover them",
      "it does");

  private final String topic;
  private final String optionA;
  private final String optionB;

  Uncertainty(String topic, String optionA, String optionB) {
    this.topic = topic;
    this.optionA = optionA;
    this.optionB = optionB;
  }

  /** What is uncertain, as the subject of a sentence. */
  public String topic() {
    return topic;
  }

  /** What is taken to be so by default. */
  public String optionA() {
    return optionA;
  }

  /** The other reading. */
  public String optionB() {
    return optionB;
  }

  /** The item of an id such as {@code U5}. */
  public static Optional<Uncertainty> named(String id) {
    for (Uncertainty item : values()) {
      if (item.name().equals(id)) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }
}
