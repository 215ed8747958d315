package io.rolewright.simulate.validity;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.List;
import java.util.Optional;

/** How resources are written: {@code *}, or an ARN with wildcards (R1.19, R1.20). */
final class ResourceForms {

  private static final int PARTS = 6;
  private static final int SERVICE = 2;

  private ResourceForms() {}

  static void check(ResourceElement element, PolicyKind kind, Complaints complaints) {
    for (Text pattern : element.patterns()) {
      if (!pattern.hasUnknown() && !isShort(pattern, kind)) {
        fault(pattern)
            .ifPresent(
                why ->
                    complaints.add(
                        Defect.Kind.INVALID_RESOURCE,
                        pattern.origin(),
                        "the resource `" + pattern.shown() + "` " + why,
                        "write `*` or `arn:partition:service:region:account:resource`"));
      }
    }
  }

  /** Policies of API Gateway may name their own API without an ARN. */
  private static boolean isShort(Text pattern, PolicyKind kind) {
    return kind == PolicyKind.RESOURCE && pattern.after("execute-api:/").isPresent();
  }

  private static Optional<String> fault(Text pattern) {
    if (pattern.shown().equals("*")) {
      return Optional.empty();
    }
    List<Text> parts = pattern.split(':', PARTS);
    if (parts.size() < 2 || !parts.get(0).is("arn")) {
      return Optional.of("is neither `*` nor an ARN");
    }
    if (parts.size() < PARTS && !endsInStar(pattern)) {
      return Optional.of("has " + parts.size() + " of the six parts of an ARN");
    }
    if (parts.get(1).parts().isEmpty()) {
      return Optional.of("has no partition");
    }
    return parts.size() > SERVICE ? service(parts.get(SERVICE)) : Optional.empty();
  }

  private static Optional<String> service(Text service) {
    if (service.parts().isEmpty()) {
      return Optional.of("has no service");
    }
    return service.hasWildcard() ? Optional.of("has a wildcard in its service") : Optional.empty();
  }

  private static boolean endsInStar(Text pattern) {
    List<TextPart> parts = pattern.parts();
    return parts.get(parts.size() - 1) instanceof TextPart.AnyRun;
  }
}
