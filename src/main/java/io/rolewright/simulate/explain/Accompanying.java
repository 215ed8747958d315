package io.rolewright.simulate.explain;

import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Optional;

/** Why a call to assume a role needs a permission that nobody calls by itself (R2.20). */
final class Accompanying {

  private Accompanying() {}

  static Optional<String> words(Request request) {
    return switch (request.action()) {
      case "sts:TagSession" -> needs(request, "passes tags");
      case "sts:SetSourceIdentity" -> needs(request, sourceIdentity(request));
      case "sts:SetContext" -> needs(request, "passes contexts");
      default -> Optional.empty();
    };
  }

  private static Optional<String> needs(Request request, String why) {
    return Optional.of("The call " + why + ", so it needs `" + request.action() + "` as well.");
  }

  /** A source identity stays for all of a chain (R3.19). */
  private static String sourceIdentity(Request request) {
    List<String> carried = request.context().get("aws:SourceIdentity");
    return carried.isEmpty()
        ? "passes a source identity"
        : "carries on the source identity " + Demand.quoted(carried);
  }
}
