package io.rolewright.rule.permission;

import io.rolewright.catalog.ResourceType;
import io.rolewright.catalog.Service;
import io.rolewright.model.Arn;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources of a service that one pattern speaks of. Whether a statement reaches all of them is
 * told by a resource that nobody has named: it is reached where the pattern's wildcards are.
 */
final class Scope {

  private static final String FRESH = "zz-fresh";

  private final Service service;
  private final Text pattern;
  private final StatementMatch match;

  private Scope(Service service, Text pattern) {
    this.service = service;
    this.pattern = pattern;
    Map<String, List<String>> variables = new HashMap<>();
    pattern.variables().forEach(v -> variables.put(v.key(), List.of(FRESH)));
    Caller caller = Caller.roleSession(Estate.UNNAMED_ACCOUNT, FRESH, FRESH);
    Request request = new Request(caller, "", instance(), Context.of(variables));
    this.match = new StatementMatch(request, Estate.UNNAMED_ACCOUNT);
  }

  static Scope of(Service service, Text pattern) {
    return new Scope(service, pattern);
  }

  Text pattern() {
    return pattern;
  }

  /** Whether a statement speaks of all these resources. */
  boolean isWithin(Statement statement) {
    ResourceElement element = statement.resource();
    boolean same =
        element.match(
            listed -> listed.patterns().stream().anyMatch(this::isSame),
            except -> false,
            absent -> false);
    return same || match.matchesResource(statement).isYes();
  }

  /** Whether the pattern can be of this service: an ARN has its name in the third place. */
  boolean isOfService() {
    List<Text> pieces = pattern.split(':', 6);
    if (pattern.isStar() || pieces.size() < 4) {
      return true;
    }
    Text named = pieces.get(2);
    return named.hasWildcard()
        || named.hasUnknown()
        || named.is(service.prefix())
        || service.resourceTypes().stream()
            .anyMatch(t -> t.arn().split(":", 4)[2].equals(named.shown()));
  }

  /** Whether these are all resources of the service, or all of one type. */
  boolean isEverything() {
    if (pattern.isStar()) {
      return true;
    }
    Optional<Arn> arn = Arn.of(pattern);
    if (arn.isEmpty()) {
      return pattern.hasWildcard()
          && pattern.parts().get(pattern.parts().size() - 1) instanceof TextPart.AnyRun;
    }
    return isOpen(arn.get().account()) && isAnyName(arn.get().resource());
  }

  private static boolean isOpen(Text account) {
    return account.parts().isEmpty() || isWild(account.parts());
  }

  /** {@code *}, {@code * / *}, or a type's prefix with wildcards behind it: {@code table/*}. */
  private boolean isAnyName(Text resource) {
    List<TextPart> parts = resource.parts();
    if (isWild(parts)) {
      return true;
    }
    return parts.size() > 1
        && parts.get(0) instanceof TextPart.Literal prefix
        && isWild(parts.subList(1, parts.size()))
        && service.resourceTypes().stream().anyMatch(type -> begins(type, prefix.value()));
  }

  private static boolean begins(ResourceType type, String prefix) {
    String[] pieces = type.arn().split(":", 6);
    return pieces.length == 6 && pieces[5].startsWith(prefix + "${");
  }

  private static boolean isWild(List<TextPart> parts) {
    return !parts.isEmpty()
        && parts.stream()
            .allMatch(
                part ->
                    part instanceof TextPart.AnyRun
                        || part instanceof TextPart.AnyOne
                        || (part instanceof TextPart.Literal literal
                            && literal.value().chars().allMatch(c -> c == '/' || c == ':')))
        && parts.stream().anyMatch(TextPart.AnyRun.class::isInstance);
  }

  private boolean isSame(Text other) {
    return other.shown().equals(pattern.shown());
  }

  /** A resource that the pattern matches and whose name nobody chose. */
  private String instance() {
    if (pattern.isStar()) {
      return service.prefix().equals("s3")
          ? "arn:aws:s3:::" + FRESH + "/" + FRESH
          : String.join(":", "arn:aws", service.prefix(), FRESH, Estate.UNNAMED_ACCOUNT, FRESH)
              + "/"
              + FRESH;
    }
    StringBuilder instance = new StringBuilder();
    pattern.parts().forEach(part -> instance.append(filled(part)));
    return instance.toString();
  }

  private static String filled(TextPart part) {
    return part.match(
        new TextPart.Cases<>(
            TextPart.Literal::value,
            run -> FRESH,
            one -> "z",
            variable -> FRESH,
            unknown -> FRESH,
            own -> Estate.UNNAMED_ACCOUNT));
  }
}
