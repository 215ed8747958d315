package io.rolewright.simulate.explain;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Effect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Layer;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Policies to which the smallest Allow statement was added that a grant stands for. */
final class GrantedPolicies {

  private static final Origin NOWHERE = SourceFile.unread("proposed").whole();
  private static final String NEW = "proposed";

  private GrantedPolicies() {}

  static PoliciesInForce of(Change.Grant grant, Trial before) {
    PoliciesInForce policies = before.policies();
    Statement allow = allow(grant, new PrincipalElement.Absent(NOWHERE));
    return switch (grant.layer()) {
      case IDENTITY -> policies.withIdentity(joined(policies.identity(), allow));
      case BOUNDARY -> policies.withBoundary(policies.boundary().map(b -> extended(b, allow)));
      case SESSION ->
          policies.withSession(Optional.of(joined(policies.session().orElse(List.of()), allow)));
      case SCP -> policies.withOrganisation(levels(policies.scps(), allow), policies.rcps());
      case RCP ->
          policies.withOrganisation(
              policies.scps(), levels(policies.rcps(), forCaller(grant, before)));
      case VPCE ->
          policies.withVpcEndpoint(
              policies.vpcEndpoint().map(p -> extended(p, forCaller(grant, before))));
      case RESOURCE ->
          policies.withResource(Optional.of(resource(policies, forCaller(grant, before))));
    };
  }

  private static Statement forCaller(Change.Grant grant, Trial before) {
    Caller caller = before.request().principal();
    boolean unknown = grant.layer() == Layer.VPCE && NamedCaller.isUnsigned(caller);
    PrincipalPattern pattern =
        unknown
            ? new PrincipalPattern.Everyone(NOWHERE, true)
            : NamedCaller.pattern(caller, NOWHERE);
    return allow(grant, new PrincipalElement.Listed(NOWHERE, List.of(pattern)));
  }

  private static Statement allow(Change.Grant grant, PrincipalElement principal) {
    return new Statement(
        NOWHERE,
        Optional.empty(),
        Effect.ALLOW,
        NOWHERE,
        principal,
        new ActionElement.Listed(NOWHERE, List.of(Text.literal(NOWHERE, grant.action()))),
        new ResourceElement.Listed(NOWHERE, List.of(Text.literal(NOWHERE, grant.resource()))),
        List.of());
  }

  private static NamedPolicy resource(PoliciesInForce policies, Statement allow) {
    return policies.resource().map(p -> extended(p, allow)).orElseGet(() -> fresh(allow));
  }

  private static Optional<List<List<NamedPolicy>>> levels(
      Optional<List<List<NamedPolicy>>> levels, Statement allow) {
    return levels.map(all -> all.stream().map(level -> joined(level, allow)).toList());
  }

  private static List<NamedPolicy> joined(List<NamedPolicy> policies, Statement allow) {
    List<NamedPolicy> more = new ArrayList<>(policies);
    more.add(fresh(allow));
    return more;
  }

  private static NamedPolicy fresh(Statement allow) {
    PolicyDocument document =
        new PolicyDocument(
            NOWHERE,
            Version.V2012_10_17,
            Optional.empty(),
            List.of(allow),
            List.of(),
            new PolicyDocument.Size(0, 0, true));
    return new NamedPolicy(NEW, document);
  }

  private static NamedPolicy extended(NamedPolicy policy, Statement allow) {
    List<Statement> more = new ArrayList<>(policy.document().statements());
    more.add(allow);
    return new NamedPolicy(policy.name(), policy.document().with(more));
  }
}
