package io.rolewright.rule.permission;

import io.rolewright.catalog.ActionPattern;
import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Lists;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds where a holder is allowed whole services: by {@code s3:*}, by {@code *} or {@code
 * NotAction}, or by several patterns that come to the same ({@link CombinedGrants}).
 */
public final class WideGrants {

  private final Holder holder;
  private final List<Statement> allows;
  private final List<WideGrant> found = new ArrayList<>();
  private final Set<String> whole = new LinkedHashSet<>();

  private WideGrants(Holder holder) {
    this.holder = holder;
    this.allows = allows(holder);
  }

  /** All of a holder's, in written order, those of several patterns last. */
  public static List<WideGrant> of(Holder holder) {
    WideGrants grants = new WideGrants(holder);
    grants.allows.forEach(grants::find);
    new CombinedGrants(holder, grants.allows, grants.whole).find(grants.found);
    return grants.found;
  }

  /** The statements to judge: without documents that make an administrator, which PM001 reports. */
  private static List<Statement> allows(Holder holder) {
    boolean admin = !holder.session() && Privilege.isAdmin(holder.permissions());
    List<Statement> allows = new ArrayList<>();
    for (PolicyDocument policy : holder.policies()) {
      if (!admin || !Privilege.isAdmin(alone(policy, holder))) {
        policy.statements().stream().filter(Statement::isAllow).forEach(allows::add);
      }
    }
    return allows;
  }

  /** What one of a holder's policies gives, taken together with all that the others deny. */
  private static Permissions alone(PolicyDocument policy, Holder holder) {
    List<PolicyDocument> policies = new ArrayList<>();
    policies.add(policy);
    for (PolicyDocument other : holder.policies()) {
      policies.add(other.with(other.statements().stream().filter(Statement::isDeny).toList()));
    }
    return Permissions.ofAll(policies, holder.boundary());
  }

  private void find(Statement allow) {
    allow
        .action()
        .match(
            listed -> find(allow, listed.patterns()),
            except -> broad(allow, "`NotAction`", except.origin()),
            absent -> false);
  }

  /** A star among the patterns says all that the others say. */
  private boolean find(Statement allow, List<Text> patterns) {
    Optional<Text> star = patterns.stream().filter(WideGrants::isOfAllServices).findFirst();
    if (star.isPresent()) {
      return broad(allow, "`" + star.get().shown() + "`", star.get().origin());
    }
    patterns.forEach(pattern -> find(allow, pattern));
    return false;
  }

  private static boolean isOfAllServices(Text written) {
    return ActionText.pattern(written)
        .filter(p -> p.coversManyServices() && p.coversAllNames())
        .isPresent();
  }

  private void find(Statement allow, Text written) {
    Optional<ActionPattern> pattern =
        ActionText.pattern(written).filter(p -> p.coversAllNames() && !p.coversManyServices());
    if (pattern.isEmpty()) {
      return;
    }
    whole.add(pattern.get().service());
    Catalog.shipped()
        .service(pattern.get().service())
        .flatMap(service -> reach(allow, service))
        .ifPresent(
            reach ->
                found.add(
                    new WideGrant(
                        written.origin(),
                        "`"
                            + written.shown()
                            + "` allows "
                            + reach.share()
                            + " of `"
                            + reach.service().prefix()
                            + "` "
                            + reach.where()
                            + ServiceRisk.of(reach.service().prefix()),
                        reach.isUnbounded(),
                        List.of())));
  }

  /** Every service at once; told of those that matter, or of the one whose resource is named. */
  private boolean broad(Statement allow, String spelled, Origin at) {
    List<GrantReach> reaches = new ArrayList<>();
    for (String prefix : services(allow)) {
      Catalog.shipped()
          .service(prefix)
          .flatMap(service -> reach(allow, service))
          .ifPresent(reaches::add);
    }
    Optional<GrantReach> widest =
        reaches.stream().filter(GrantReach::isUnbounded).findFirst().or(() -> first(reaches));
    widest.ifPresent(
        reach ->
            found.add(
                new WideGrant(
                    at,
                    spelled
                        + " allows "
                        + reach.share()
                        + " of "
                        + names(reaches)
                        + " "
                        + reach.where(),
                    reach.isUnbounded(),
                    List.of())));
    return widest.isPresent();
  }

  private static Optional<GrantReach> first(List<GrantReach> reaches) {
    return reaches.stream().findFirst();
  }

  /** The services that the resources of a statement belong to; if any, then the sensitive ones. */
  private static Set<String> services(Statement allow) {
    Set<String> services = new LinkedHashSet<>();
    for (Text resource : GrantReach.resources(allow)) {
      List<Text> pieces = resource.split(':', 6);
      boolean named = !resource.isStar() && pieces.size() > 3 && !pieces.get(2).hasWildcard();
      if (named) {
        services.add(pieces.get(2).shown());
      } else {
        services.addAll(ServiceRisk.sensitiveServices());
      }
    }
    return services;
  }

  private static String names(List<GrantReach> reaches) {
    List<String> names =
        reaches.stream().map(reach -> "`" + reach.service().prefix() + "`").toList();
    return Lists.shown(names, 3);
  }

  private Optional<GrantReach> reach(Statement allow, Service service) {
    return GrantReach.of(holder, allow, service);
  }
}
