package io.rolewright.rule.check;

import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Severity;
import io.rolewright.simulate.ServiceNames;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** SV004: a service principal that names many services, or none. */
public final class ServicePrincipalWildcardOrUnknown implements Checker {

  private static final String ENDING = ".amazonaws.com";

  /** Names that are not published, some of which AWS shows in policies all the same. */
  private static final String INTERNAL = ".aws.internal";

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    if (policy.kind() != PolicyKind.TRUST && policy.kind() != PolicyKind.RESOURCE) {
      return;
    }
    for (Statement statement : policy.document().statements()) {
      for (PrincipalPattern pattern : statement.principal().patterns()) {
        if (pattern instanceof PrincipalPattern.Service service) {
          check(statement, service.origin(), ServiceNames.resolved(service.name()), findings);
        }
      }
    }
  }

  private static void check(Statement statement, Origin at, Text name, Findings findings) {
    if (name.hasWildcard()) {
      findings.shape(
          statement.isAllow() ? Severity.CRITICAL : Severity.ERROR,
          at,
          "`" + name.shown() + "` names no service: AWS takes no wildcard in a service principal");
      return;
    }
    name.plain()
        .filter(plain -> ServicePrincipals.shipped().lookup(plain).isEmpty())
        .filter(plain -> !plain.endsWith(INTERNAL))
        .ifPresent(plain -> unknown(at, plain, findings));
  }

  private static void unknown(Origin at, String name, Findings findings) {
    Optional<String> meant = meant(name);
    if (meant.isPresent()) {
      findings.shape(
          Severity.ERROR,
          at,
          "`" + name + "` is no service principal; is `" + meant.get() + "` meant?");
    } else {
      findings.shape(
          Severity.LOW,
          at,
          "`"
              + name
              + "` is not among the service principals known as of "
              + ServicePrincipals.shipped().asOf());
    }
  }

  /** The service that a misspelt name was meant to be, where it is plain. */
  private static Optional<String> meant(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    return known(lower)
        .or(() -> known(lower + ENDING))
        .or(() -> otherEnding(lower))
        .or(() -> near(lower));
  }

  private static Optional<String> known(String name) {
    return ServicePrincipals.shipped().lookup(name).map(service -> name);
  }

  /** {@code ec2.aws.com}, {@code https://ec2.amazonaws.com/} and the like. */
  private static Optional<String> otherEnding(String name) {
    String host = name.replaceFirst("^https?://", "").replaceFirst("[:/].*$", "");
    int dot = host.indexOf('.');
    boolean amazons = host.endsWith(ENDING) && host.equals(name);
    return dot < 0 || amazons ? Optional.empty() : known(host.substring(0, dot) + ENDING);
  }

  /**
   * A name two letters away, one where the name is short. Names of up to four letters are all near
   * one another, so that a service newer than the list would be taken for a slip.
   */
  private static Optional<String> near(String name) {
    int length = name.length() - ENDING.length();
    if (length <= 4) {
      return Optional.empty();
    }
    List<String> near = ServicePrincipals.shipped().suggestions(name);
    return Closest.to(name, near, length < 8 ? 1 : 2);
  }
}
