package io.rolewright.simulate;

import io.rolewright.catalog.Catalog;
import io.rolewright.simulate.PoliciesInForce.Standing;
import java.util.Optional;
import java.util.Set;

/**
 * Who meets what in one request: the accounts of both sides, and which layers have a say (R2.4 to
 * R2.6).
 */
final class Situation {

  private static final Set<String> PASSING =
      Set.of("sts:tagsession", "sts:setsourceidentity", "sts:setcontext");

  private final Request request;
  private final PoliciesInForce policies;
  private final Assumptions assumptions;
  private final Facts callerFacts;
  private final Facts resourceFacts;
  private final boolean rcps;

  private Situation(Request request, PoliciesInForce policies, Assumptions assumptions) {
    this.request = request;
    this.policies = policies;
    this.assumptions = assumptions;
    String caller = request.principal().account().orElse("");
    boolean bounded = policies.boundary().isPresent();
    this.callerFacts = Facts.of(request, caller, bounded);
    this.resourceFacts = callerFacts.ownedBy(owner(callerFacts, policies, caller));
    this.rcps = policies.rcps().isPresent() && rcpsApply();
  }

  static Situation of(Request request, PoliciesInForce policies, Assumptions assumptions) {
    return new Situation(request, policies, assumptions);
  }

  /** The resource's owner: as told, else as its ARN tells, else the caller's own account. */
  private static String owner(Facts facts, PoliciesInForce policies, String caller) {
    String[] parts = facts.resourceParts();
    String inArn = parts.length == ResourceTest.PARTS ? parts[4] : "";
    return policies.resourceAccount().orElse(inArn.isEmpty() ? caller : inArn);
  }

  Caller caller() {
    return request.principal();
  }

  Assumptions assumptions() {
    return assumptions;
  }

  PoliciesInForce policies() {
    return policies;
  }

  /** The root user and federated users cannot assume roles (R3.30). */
  boolean isRefusedCall() {
    return callerFacts.action().equals("sts:assumerole")
        && (caller().kind() == Caller.Kind.ROOT || caller().kind() == Caller.Kind.FEDERATED_USER);
  }

  /** Whether the resource policy is a role's trust policy. */
  boolean isTrust() {
    return policies.mandatory() && callerFacts.action().startsWith("sts:");
  }

  /** Whether something is passed to a session besides asking for it (R2.20). */
  boolean isPassing() {
    return PASSING.contains(callerFacts.action());
  }

  boolean isSameAccount() {
    return caller().account().filter(resourceFacts.owner()::equals).isPresent();
  }

  /** Principals of one partition have nothing to do with resources of another (R2.13). */
  boolean isOtherPartition() {
    String[] parts = callerFacts.resourceParts();
    return parts.length == ResourceTest.PARTS
        && caller().partition().filter(p -> !p.equals(parts[1])).isPresent();
  }

  /** Whether a layer's policies, if there are any, have a say. */
  boolean applies(Layer layer) {
    return switch (layer) {
      case SCP -> scpsApply();
      case RCP -> policies.rcps().isEmpty() || rcps;
      case VPCE, RESOURCE -> true;
      case IDENTITY, BOUNDARY, SESSION -> caller().account().isPresent();
    };
  }

  private boolean scpsApply() {
    Standing standing = policies.standing();
    return caller().account().isPresent()
        && !standing.callerInManagementAccount()
        && !standing.serviceLinkedRole();
  }

  private boolean rcpsApply() {
    Standing standing = policies.standing();
    String action = callerFacts.action();
    String service = action.substring(0, Math.max(action.indexOf(':'), 0));
    return !standing.resourceInManagementAccount()
        && !standing.serviceLinkedRole()
        && !isServiceLinkedTrust()
        && !action.equals("kms:retiregrant")
        && Catalog.shipped().service(service).filter(s -> s.supportsRcps()).isPresent();
  }

  /** Trust policies of service-linked roles are out of reach of RCPs (R2.5). */
  private boolean isServiceLinkedTrust() {
    String[] parts = callerFacts.resourceParts();
    return isTrust()
        && parts.length == ResourceTest.PARTS
        && parts[5].startsWith("role/aws-service-role/");
  }

  PolicyScope scope(Layer layer) {
    return switch (layer) {
      case RESOURCE -> isTrust() ? PolicyScope.TRUST : PolicyScope.RESOURCE;
      case RCP -> PolicyScope.RCP;
      case VPCE -> PolicyScope.ENDPOINT;
      default -> PolicyScope.CALLER;
    };
  }

  /** What a layer's policies are compared with. */
  Facts facts(Layer layer) {
    return layer == Layer.RESOURCE || layer == Layer.RCP ? resourceFacts : callerFacts;
  }

  /** Why a layer has no say, or none of its own; empty where nothing is to be said. */
  String note(Layer layer, boolean present) {
    if (present && !applies(layer)) {
      return switch (layer) {
        case SCP -> "they do not apply to this caller (R2.4)";
        case RCP -> "they do not apply to this resource or caller (R2.5)";
        default -> "the caller is no principal of an account";
      };
    }
    boolean nothing =
        layer == Layer.SESSION && caller().kind() == Caller.Kind.FEDERATED_USER && !present;
    return nothing ? "a federated user without a session policy may do nothing (R2.1)" : "";
  }

  Optional<String> account() {
    return caller().account();
  }
}
