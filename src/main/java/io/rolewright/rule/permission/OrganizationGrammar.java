package io.rolewright.rule.permission;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Text;
import io.rolewright.simulate.validity.Grammar;
import io.rolewright.simulate.validity.Leniency;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Set;

/**
 * What AWS Organizations refuses in service and resource control policies, as against what breaks
 * the grammar of every policy (R1.5).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_syntax.html">SCP
 *     syntax</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html">RCP
 *     syntax</a>
 */
public final class OrganizationGrammar {

  private static final Leniency LENIENT = new Leniency(true, true, true);

  /** Faults by which one kind of policy differs from another. */
  private static final Set<Defect.Kind> BY_KIND =
      Set.of(Defect.Kind.FORBIDDEN_ELEMENT, Defect.Kind.MISSING_ELEMENT);

  /** What the reader of a document finds of these is wrong in every policy. */
  private static final Set<Defect.Kind> BEYOND_READING =
      Set.of(
          Defect.Kind.INVALID_EFFECT, Defect.Kind.INVALID_VERSION, Defect.Kind.INVALID_PRINCIPAL);

  private OrganizationGrammar() {}

  /** Whether a fault that the reader of a document found is one of these. */
  public static boolean owns(Defect defect, PolicyKind kind) {
    return isOrganization(kind) && BY_KIND.contains(defect.kind());
  }

  /** All of them, in written order; none of policies of other kinds. */
  public static List<Defect> faults(PolicyKind kind, PolicyDocument policy) {
    if (!isOrganization(kind)) {
      return List.of();
    }
    return Grammar.defects(policy, kind, LENIENT).stream()
        .filter(defect -> isOwn(defect, policy))
        .toList();
  }

  private static boolean isOrganization(PolicyKind kind) {
    return kind == PolicyKind.SCP || kind == PolicyKind.RCP;
  }

  private static boolean isOwn(Defect defect, PolicyDocument policy) {
    boolean read = policy.defects().contains(defect);
    return BY_KIND.contains(defect.kind())
        || (!read && BEYOND_READING.contains(defect.kind()))
        || (defect.kind() == Defect.Kind.INVALID_ACTION && namesNoService(defect.at(), policy));
  }

  /** Other faults of names of actions are told by whoever looks them up. */
  private static boolean namesNoService(Origin at, PolicyDocument policy) {
    return policy.statements().stream()
        .flatMap(statement -> statement.action().patterns().stream())
        .filter(pattern -> pattern.origin().isSamePlace(at))
        .map(pattern -> pattern.split(':', 2).get(0))
        .anyMatch(Text::isStar);
  }
}
