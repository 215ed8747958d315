package io.rolewright.rule.check;

import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.permission.Defaults;
import io.rolewright.rule.permission.Holder;
import io.rolewright.rule.permission.WideGrant;
import io.rolewright.rule.permission.WideGrants;
import io.rolewright.rule.session.GrantLinks;
import io.rolewright.rule.session.Granted;
import io.rolewright.rule.session.SessionQuestions;
import java.util.List;
import java.util.Optional;

/** PM002: a policy allows a whole service. */
public final class ServiceWildcard implements HolderChecker {

  @Override
  public void check(Holder holder, Estate estate, Findings findings) {
    if (holder.isTooLarge()) {
      estate
          .gaps()
          .add(
              holder.policies().get(0).origin(),
              "whether "
                  + holder.shown()
                  + " is allowed whole services; it has far more statements"
                  + " than AWS takes");
      return;
    }
    List<WideGrant> sure = grants(holder);
    sure.forEach(grant -> report(grant, severity(grant, holder), "", findings));
    Optional<Holder> byDefault = holder.byDefault();
    if (byDefault.isEmpty()) {
      return;
    }
    String depends = "; whether it is so depends on " + Defaults.deciders(holder);
    for (WideGrant grant : grants(byDefault.get())) {
      if (sure.stream().noneMatch(other -> other.at().isSamePlace(grant.at()))) {
        report(grant, severity(grant, holder).oneLower(), depends, findings);
      }
    }
  }

  /** Session policies of a role that is known leave the session no more than the role has. */
  @Override
  public void check(SessionGrant grant, Estate estate, Findings findings) {
    Holder holder = Holder.of(grant);
    GrantLinks.Linked links = SessionQuestions.of(estate).linked(grant);
    boolean known = links.absent().isEmpty() && !links.granted().isEmpty();
    if (!holder.session()
        || !known
        || !links.granted().stream().allMatch(g -> g.role().complete())) {
      check(holder, estate, findings);
      return;
    }
    links.granted().stream()
        .filter(Granted::bound)
        .map(granted -> holder.within(granted.role()))
        .filter(within -> within.isTooLarge() || !grants(within).isEmpty())
        .findFirst()
        .ifPresent(within -> check(within, estate, findings));
  }

  /** Policies that bound a session give nothing; whatever resources they name narrow it. */
  private static List<WideGrant> grants(Holder holder) {
    List<WideGrant> all = WideGrants.of(holder);
    return holder.session() ? all.stream().filter(WideGrant::unbounded).toList() : all;
  }

  private static Severity severity(WideGrant grant, Holder holder) {
    Severity severity = grant.unbounded() ? Severity.HIGH : Severity.MEDIUM;
    return holder.session() ? severity.oneLower() : severity;
  }

  private static void report(
      WideGrant grant, Severity severity, String depends, Findings findings) {
    findings.shape(
        severity,
        grant.at(),
        grant.message() + depends,
        grant.others().stream()
            .map(
                other ->
                    new Finding.Related(other.origin(), "together with `" + other.shown() + "`"))
            .toArray(Finding.Related[]::new));
  }
}
