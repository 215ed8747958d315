package io.rolewright.simulate.validity;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.Optional;

/** Which principals the policies of a kind may name, and how (R1.10, R1.11, R1.14). */
final class PrincipalForms {

  private final PolicyKind kind;
  private final Complaints complaints;

  PrincipalForms(PolicyKind kind, Complaints complaints) {
    this.kind = kind;
    this.complaints = complaints;
  }

  /** Kinds that may not have the element at all have been told so. */
  void check(Statement statement) {
    if (kind.isPrincipalFree()) {
      return;
    }
    PrincipalElement element = statement.principal();
    for (PrincipalPattern pattern : element.patterns()) {
      fault(pattern, element)
          .ifPresent(
              why ->
                  complaints.add(
                      Defect.Kind.INVALID_PRINCIPAL,
                      pattern.origin(),
                      "the principal `" + pattern.shown() + "` " + why,
                      "name an account, user, role, session, service or provider"));
    }
  }

  private Optional<String> fault(PrincipalPattern pattern, PrincipalElement element) {
    if (kind == PolicyKind.RCP) {
      return Optional.of("is not `*`, the only one a resource control policy may have")
          .filter(why -> !isBareStar(pattern, element));
    }
    boolean trust = kind == PolicyKind.TRUST;
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> everyone(everyone, element),
            account -> Optional.empty(),
            identity -> onlyIf(!trust || !identity.account().is("cloudfront"), "is S3's only"),
            session -> Optional.empty(),
            user -> Optional.empty(),
            service -> service(service.name()),
            provider -> onlyIf(trust, "is a provider, which only trust policies name"),
            canonical -> canonical(canonical.id()),
            id -> Optional.empty(),
            unresolved -> Optional.empty(),
            malformed -> Optional.of(malformed.why())));
  }

  private Optional<String> everyone(PrincipalPattern.Everyone everyone, PrincipalElement element) {
    if (!everyone.bare()) {
      return Optional.empty();
    }
    if (kind == PolicyKind.TRUST) {
      return Optional.of("must be written as {\"AWS\": \"*\"} in a trust policy");
    }
    return onlyIf(isBareStar(everyone, element), "stands in a list, not alone or under `AWS`");
  }

  private static boolean isBareStar(PrincipalPattern pattern, PrincipalElement element) {
    return pattern instanceof PrincipalPattern.Everyone everyone
        && everyone.bare()
        && everyone.origin().isSamePlace(element.origin());
  }

  private static Optional<String> service(Text name) {
    return name.hasUnknown()
        ? Optional.empty()
        : onlyIf(!name.hasWildcard(), "has a wildcard, which no service may have")
            .or(() -> onlyIf(name.shown().indexOf('.') > 0, "is no name of a service"));
  }

  /** 64 hexadecimal digits of an account, 96 of a CloudFront origin access identity. */
  private Optional<String> canonical(Text id) {
    if (kind == PolicyKind.TRUST) {
      return Optional.of("is a canonical user, which only S3 knows");
    }
    String text = id.shown();
    boolean hex =
        text.chars()
            .allMatch(
                c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    boolean legal = hex && (text.length() == 64 || text.length() == 96);
    return onlyIf(legal || id.hasUnknown(), "is no canonical user id of 64 hexadecimal digits");
  }

  private static Optional<String> onlyIf(boolean sound, String fault) {
    return sound ? Optional.empty() : Optional.of(fault);
  }
}
