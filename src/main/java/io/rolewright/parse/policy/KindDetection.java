package io.rolewright.parse.policy;

import io.rolewright.model.PolicyKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells what a raw policy is for. In this order:
 *
 * <ol>
 *   <li>What the caller says.
 *   <li>A word in the file's name, else in the name of its folder: {@code trust}; {@code scp};
 *       {@code rcp}; {@code boundary}; {@code session}, unless {@code manager} follows, which names
 *       a service. A plural will do. A word that the shape contradicts says nothing: {@code trust}
 *       asks for a principal or for no resource, {@code rcp} for a principal, and the others for
 *       anything but a trust policy.
 *   <li>With a principal, a trust policy if every action is of the assume family of STS (R1.9), or
 *       if no statement has a resource and some action is of that family or every action is of STS
 *       or {@code *}; else a resource policy.
 *   <li>Without a principal, an identity policy.
 * </ol>
 *
 * <p>By shape alone a service control policy, a session policy and a boundary look like an identity
 * policy, and a resource control policy looks like a resource policy.
 */
final class KindDetection {

  private KindDetection() {}

  static PolicyKind detect(PolicyShape shape, FileName name, Optional<PolicyKind> said) {
    return said.or(() -> hinted(name.stem()).filter(kind -> fits(kind, shape)))
        .or(() -> hinted(name.folder()).filter(kind -> fits(kind, shape)))
        .orElseGet(() -> byShape(shape));
  }

  static Optional<PolicyKind> hinted(String name) {
    List<String> words = FileName.words(name);
    for (int i = 0; i < words.size(); i++) {
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      Optional<PolicyKind> kind = byWord(words.get(i), next);
      if (kind.isPresent()) {
        return kind;
      }
    }
    return Optional.empty();
  }

  private static Optional<PolicyKind> byWord(String word, String next) {
    return switch (word) {
      case "trust", "trusts" -> Optional.of(PolicyKind.TRUST);
      case "scp", "scps" -> Optional.of(PolicyKind.SCP);
      case "rcp", "rcps" -> Optional.of(PolicyKind.RCP);
      case "boundary", "boundaries" -> Optional.of(PolicyKind.BOUNDARY);
      case "session", "sessions" ->
          next.equals("manager") ? Optional.empty() : Optional.of(PolicyKind.SESSION);
      default -> Optional.empty();
    };
  }

  private static boolean fits(PolicyKind kind, PolicyShape shape) {
    boolean resource = shape.hasElement("resource") || shape.hasElement("notresource");
    return switch (kind) {
      case TRUST -> hasPrincipal(shape) || !resource;
      case RCP -> hasPrincipal(shape);
      default -> byShape(shape) != PolicyKind.TRUST;
    };
  }

  private static PolicyKind byShape(PolicyShape shape) {
    if (!hasPrincipal(shape)) {
      return PolicyKind.IDENTITY;
    }
    boolean resource = shape.hasElement("resource") || shape.hasElement("notresource");
    boolean trust =
        resource
            ? !shape.actions().isEmpty()
                && shape.actions().stream().allMatch(KindDetection::isAssume)
            : shape.actions().stream().allMatch(KindDetection::isSts)
                || shape.actions().stream().anyMatch(KindDetection::isAssume);
    return trust ? PolicyKind.TRUST : PolicyKind.RESOURCE;
  }

  private static boolean hasPrincipal(PolicyShape shape) {
    return shape.hasElement("principal") || shape.hasElement("notprincipal");
  }

  private static boolean isAssume(String action) {
    String name = action.toLowerCase(Locale.ROOT);
    return name.startsWith("sts:assume")
        || name.startsWith("sts:tag")
        || name.startsWith("sts:set")
        || name.startsWith("assumerole");
  }

  private static boolean isSts(String action) {
    String name = action.toLowerCase(Locale.ROOT);
    return name.equals("*") || name.startsWith("sts:");
  }
}
