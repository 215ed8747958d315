package io.rolewright.rule.check;

import io.rolewright.catalog.Quota;
import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** GR003: policies longer than AWS takes, or nearly. */
public final class QuotaExceeded implements Checker {

  private static final String MANAGED = "the managed policy";

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    inline(role.permissions(), Quota.ROLE_INLINE_POLICIES_LENGTH, "of a role", findings);
    managed(role.permissions(), role.boundary(), findings);
  }

  @Override
  public void check(Identity identity, Estate estate, Findings findings) {
    boolean user = identity.kind() == Identity.Kind.USER;
    inline(
        identity.permissions(),
        user ? Quota.USER_INLINE_POLICIES_LENGTH : Quota.GROUP_INLINE_POLICIES_LENGTH,
        user ? "of a user" : "of a group",
        findings);
    managed(identity.permissions(), identity.boundary(), findings);
  }

  @Override
  public void check(SessionGrant grant, Estate estate, Findings findings) {
    if (grant.kind() == SessionGrant.Kind.PERMISSION_SET) {
      inline(
          grant.policies(),
          Quota.PERMISSION_SET_INLINE_POLICY_LENGTH,
          "of a permission set",
          findings);
    }
  }

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    PolicyDocument document = policy.document();
    switch (policy.kind()) {
      case TRUST -> judge(document, Quota.TRUST_POLICY_LENGTH, "the trust policy", findings);
      case SCP -> judge(document, Quota.SCP_LENGTH, "the service control policy", findings);
      case RCP -> judge(document, Quota.RCP_LENGTH, "the resource control policy", findings);
      case IDENTITY, BOUNDARY -> {
        if (policy.standalone()) {
          judge(document, Quota.MANAGED_POLICY_LENGTH, MANAGED, findings);
        }
      }
      case SESSION, RESOURCE -> {}
    }
  }

  /** AWS's own managed policies may be longer. */
  private static void managed(
      List<Attachment> attachments, Optional<Attachment> boundary, Findings findings) {
    Stream.concat(attachments.stream(), boundary.stream())
        .filter(a -> a.managed() && !a.name().shown().contains(":iam::aws:policy/"))
        .map(Attachment::document)
        .flatMap(Optional::stream)
        .forEach(document -> judge(document, Quota.MANAGED_POLICY_LENGTH, MANAGED, findings));
  }

  private static void judge(PolicyDocument document, Quota quota, String what, Findings findings) {
    new Measured(document, document.size().withoutWhitespace(), document.size().exact())
        .judge(quota, what, findings);
  }

  /** The inline policies of one holder count together; the one that goes over is pointed at. */
  private static void inline(
      List<Attachment> attachments, Quota quota, String whose, Findings findings) {
    int sum = 0;
    boolean exact = true;
    Optional<PolicyDocument> place = Optional.empty();
    for (Attachment attachment : attachments) {
      if (!attachment.managed() && attachment.document().isPresent()) {
        PolicyDocument document = attachment.document().get();
        place = sum > quota.most() ? place : attachment.document();
        sum += document.size().withoutWhitespace();
        exact &= document.size().exact();
      }
    }
    if (place.isPresent()) {
      String what = "the inline policies " + whose + " together";
      new Measured(place.get(), sum, exact).judge(quota, what, findings);
    }
  }

  /**
   * A length to be judged.
   *
   * @param document what to point at
   * @param exact whether no template leaves a piece open, so that the length is no mere minimum
   */
  private record Measured(PolicyDocument document, int characters, boolean exact) {

    void judge(Quota quota, String what, Findings findings) {
      if (characters > quota.most()) {
        report(Severity.ERROR, quota.most(), "AWS takes at most", what, findings);
      } else if (characters > quota.usual()) {
        report(Severity.MEDIUM, quota.usual(), "without a raised quota AWS takes", what, findings);
      } else if (quota.unit() == Quota.Unit.RAW && document.size().written() > quota.most()) {
        new Measured(document, document.size().written(), exact)
            .report(
                Severity.MEDIUM,
                quota.most(),
                "with blanks, which count where a policy is saved by API or template; AWS takes",
                what,
                findings);
      } else if (characters * 10L >= quota.usual() * 9L) {
        report(Severity.LOW, quota.usual(), "close to the limit of", what, findings);
      }
    }

    private void report(
        Severity severity, int limit, String relation, String what, Findings findings) {
      findings.shape(
          severity,
          document.origin(),
          what
              + (what.endsWith("together") ? " have " : " has ")
              + Sizes.characters(characters, exact)
              + ", "
              + relation
              + " "
              + Sizes.shown(limit));
    }
  }
}
