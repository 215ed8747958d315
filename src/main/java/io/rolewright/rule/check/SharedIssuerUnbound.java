package io.rolewright.rule.check;

import io.rolewright.catalog.SharedIssuer;
import io.rolewright.catalog.SharedIssuers;
import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.PrincipalPattern.FederationKind;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.Actor;
import io.rolewright.reason.Actors;
import io.rolewright.reason.Witness;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.trust.Requests;
import io.rolewright.rule.trust.Trust;
import io.rolewright.simulate.StatementMatch;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OI001: another customer of a shared identity provider gets in. */
public final class SharedIssuerUnbound implements Checker {

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Trust.of(role, estate)
        .ifPresent(trust -> trust.allows().forEach(allow -> check(trust, role, allow, findings)));
  }

  private static void check(Trust trust, Role role, Statement allow, Findings findings) {
    for (PrincipalPattern pattern : allow.principal().patterns()) {
      if (pattern instanceof PrincipalPattern.Federated provider) {
        for (SharedIssuer issuer : issuers(provider, allow)) {
          new Question(trust, role, allow, provider, issuer).into(findings);
        }
      }
    }
  }

  /** The shared issuer that the provider is, or that the statement's conditions take it for. */
  private static Set<SharedIssuer> issuers(PrincipalPattern.Federated provider, Statement allow) {
    Set<SharedIssuer> issuers = new LinkedHashSet<>();
    if (provider.kind() == FederationKind.OIDC) {
      provider.provider().plain().flatMap(SharedIssuers.shipped()::lookup).ifPresent(issuers::add);
    }
    if (provider.kind() == FederationKind.UNDECIDED || provider.provider().hasUnknown()) {
      for (Condition condition : allow.conditions()) {
        issuerOf(condition).ifPresent(issuers::add);
      }
    }
    return issuers;
  }

  private static Optional<SharedIssuer> issuerOf(Condition condition) {
    String key = condition.keyName();
    int colon = key.lastIndexOf(':');
    return colon < 0 ? Optional.empty() : SharedIssuers.shipped().lookup(key.substring(0, colon));
  }

  /** Whether another tenant of one issuer gets in through one statement. */
  private record Question(
      Trust trust,
      Role role,
      Statement allow,
      PrincipalPattern.Federated provider,
      SharedIssuer issuer) {

    void into(Findings findings) {
      Actor tenant = Actors.foreignTenant(issuer.issuer());
      trust.reach(allow, tenant).ifPresent(witness -> report(tenant, witness, findings));
    }

    private void report(Actor tenant, Witness witness, Findings findings) {
      String subject = issuer.issuer() + ":sub";
      boolean sent = !trust.mentions(subject) || witness.request().context().has(subject);
      boolean likely = witness.isCertain() || trust.isLikely(allow, tenant);
      Severity severity = sent ? Severity.CRITICAL : Severity.HIGH;
      findings.witnessed(
          likely ? severity : Severity.LOW,
          provider.origin(),
          "every customer of `"
              + issuer.issuer()
              + "` can assume `"
              + role.name().shown()
              + "`, for example "
              + (sent ? Requests.caller(witness) : "one whose token has no `sub`"),
          witness,
          weak(witness).toArray(Finding.Related[]::new));
    }

    /** The conditions, or the values of conditions, on the issuer's claims that let him pass. */
    private List<Finding.Related> weak(Witness witness) {
      List<Finding.Related> weak = new ArrayList<>();
      for (Condition condition : allow.conditions()) {
        if (condition.keyName().startsWith(issuer.issuer() + ":")) {
          weak.add(
              new Finding.Related(
                  place(condition, witness),
                  "`" + condition.key().shown() + "` does not keep other customers out"));
        }
      }
      return weak;
    }

    private static Origin place(Condition condition, Witness witness) {
      StatementMatch match = new StatementMatch(witness.request(), "");
      boolean positive = condition.operator().filter(o -> !o.negated()).isPresent();
      if (!positive || !witness.request().context().has(condition.keyName())) {
        return condition.operatorAt();
      }
      return condition.values().stream()
          .filter(value -> !match.holds(condition.with(List.of(value))).isNo())
          .findFirst()
          .map(Text::origin)
          .orElse(condition.operatorAt());
    }
  }
}
