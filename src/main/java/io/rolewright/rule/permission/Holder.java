package io.rolewright.rule.permission;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.Statement;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who holds permissions: a role, user, group, permission set or session, or a policy file by
 * itself.
 *
 * @param shown the holder in a message: {@code role `vendor`}
 * @param account the owner, where the input says it
 * @param policies what it is allowed
 * @param boundary its permissions boundary, if known
 * @param missingBoundary the name of a boundary whose text is not in the input
 * @param session whether the policies bound a session instead of giving permissions
 */
public record Holder(
    String shown,
    Optional<String> account,
    List<PolicyDocument> policies,
    Optional<PolicyDocument> boundary,
    Optional<String> missingBoundary,
    boolean session) {

  /** A statement takes at least some 60 characters: 2,200 of them, half of each kind. */
  private static final long MOST_COMPARISONS = 1_210_000;

  public static Holder of(Role role) {
    return of(Subjects.of(role), role.account(), role.permissions(), role.boundary());
  }

  public static Holder of(Identity identity) {
    return of(
        Subjects.of(identity), identity.account(), identity.permissions(), identity.boundary());
  }

  /** A permission set holds permissions; other grants bound those of a role. */
  public static Holder of(SessionGrant grant) {
    return new Holder(
        Subjects.quoted(Subjects.of(grant)),
        Optional.empty(),
        documents(grant.policies()),
        Optional.empty(),
        Optional.empty(),
        grant.kind() != SessionGrant.Kind.PERMISSION_SET);
  }

  /** A policy that stands on its own, if it is one that gives permissions or bounds a session. */
  public static Optional<Holder> of(PolicyInPlace policy) {
    boolean session = policy.kind() == PolicyKind.SESSION;
    if (!policy.standalone() || !(session || policy.kind() == PolicyKind.IDENTITY)) {
      return Optional.empty();
    }
    return Optional.of(
        new Holder(
            Subjects.quoted(policy.subject()),
            policy.account(),
            List.of(policy.document()),
            Optional.empty(),
            Optional.empty(),
            session));
  }

  private static Holder of(
      String subject,
      Optional<String> account,
      List<Attachment> attachments,
      Optional<Attachment> boundary) {
    Optional<PolicyDocument> limit = boundary.flatMap(AwsManaged::document);
    return new Holder(
        Subjects.quoted(subject),
        account,
        documents(attachments),
        limit,
        limit.isPresent() ? Optional.empty() : boundary.map(b -> b.name().shown()),
        false);
  }

  /** The same holder, as long as nobody changes a template's defaults; nothing if that is as is. */
  public Optional<Holder> byDefault() {
    List<PolicyDocument> changed = new ArrayList<>();
    boolean any = false;
    for (PolicyDocument policy : policies) {
      Optional<PolicyDocument> other = Defaults.of(policy);
      any |= other.isPresent();
      changed.add(other.orElse(policy));
    }
    return any
        ? Optional.of(new Holder(shown, account, changed, boundary, missingBoundary, session))
        : Optional.empty();
  }

  /**
   * Whether comparing each Allow with each Deny is too much. All that one role can hold, 20 managed
   * policies of 6,144 characters and 10,240 characters inline, stays below.
   */
  public boolean isTooLarge() {
    long allows = 0;
    long denies = 0;
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        allows += statement.isAllow() ? 1 : 0;
        denies += statement.isDeny() ? 1 : 0;
      }
    }
    return allows * denies > MOST_COMPARISONS;
  }

  /** A session of a role: what its policies allow, of what the role is allowed. */
  public Holder within(Role role) {
    List<PolicyDocument> of = documents(role.permissions());
    List<Statement> all = of.stream().flatMap(p -> p.statements().stream()).toList();
    Optional<PolicyDocument> given = of.stream().findFirst().map(p -> p.with(all));
    return new Holder(shown, account, policies, given, missingBoundary, session);
  }

  public Permissions permissions() {
    return Permissions.ofAll(policies, boundary);
  }

  private static List<PolicyDocument> documents(List<Attachment> attachments) {
    return attachments.stream().map(AwsManaged::document).flatMap(Optional::stream).toList();
  }
}
