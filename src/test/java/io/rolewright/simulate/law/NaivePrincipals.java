package io.rolewright.simulate.law;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Caller.Kind;
import io.rolewright.simulate.Uncertainty;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whom statements name, after section 1.2 of the semantics. */
final class NaivePrincipals {

  private final World world;
  private final Caller caller;
  private final String set;
  private final boolean trust;
  private final String owner;

  /**
   * @param owner the account of the resource
   */
  NaivePrincipals(World world, String set, boolean trust, String owner) {
    this.world = world;
    this.owner = owner;
    this.caller = world.caller();
    this.set = set;
    this.trust = trust;
  }

  /** How a statement names the caller; empty where it does not. */
  Set<String> forms(Map<String, Object> statement) {
    boolean deny = statement.get("Effect").equals("Deny");
    if (statement.containsKey("Principal")) {
      return listed(statement.get("Principal"), deny);
    }
    if (statement.containsKey("NotPrincipal")) {
      Object list = statement.get("NotPrincipal");
      boolean exempt = list instanceof Map<?, ?> map && map.isEmpty() || exempt(list, deny);
      return exempt ? Set.of() : Set.of("STAR");
    }
    return set.equals("RESOURCE") ? Set.of() : Set.of("STAR");
  }

  /** R1.16. */
  private boolean exempt(Object list, boolean deny) {
    if (deny && world.layers().boundary().isPresent()) {
      return false;
    }
    Set<String> found = listed(list, deny);
    if (!deny || world.optionB().contains(Uncertainty.U4)) {
      return !found.isEmpty();
    }
    Set<String> levels =
        switch (caller.kind()) {
          case ROOT, ASSUMED_ROOT -> Set.of("ACCOUNT");
          case USER -> Set.of("ACCOUNT", "USER");
          case ROLE_SESSION -> Set.of("ACCOUNT", "ROLE", "SESSION");
          case FEDERATED_USER -> Set.of("ACCOUNT", "USER", "FED");
          case SERVICE -> Set.of("SERVICE");
          case WEB_IDENTITY, SAML -> Set.of("FEDERATED");
          case ANONYMOUS -> Set.of("STAR");
        };
    return found.contains("STAR") || found.containsAll(levels);
  }

  private Set<String> listed(Object principal, boolean deny) {
    Set<String> forms = new HashSet<>();
    if (principal.equals("*") && star(deny)) {
      forms.add("STAR");
    }
    if (principal instanceof Map<?, ?> types) {
      types.forEach(
          (type, value) ->
              Naive.strings(value).forEach(text -> add((String) type, text, deny, forms)));
    }
    return forms;
  }

  private void add(String type, String text, boolean deny, Set<String> forms) {
    switch (type) {
      case "AWS" -> aws(text, deny, forms);
      case "Service" -> {
        if (caller.kind() == Kind.SERVICE && caller.name().filter(text::equals).isPresent()) {
          forms.add("SERVICE");
        }
      }
      default -> {
        boolean federated = caller.kind() == Kind.WEB_IDENTITY || caller.kind() == Kind.SAML;
        boolean signed = !set.equals("VPCE");
        boolean ours = !text.startsWith("arn:") || text.split(":")[4].equals(owner);
        if (federated && signed && ours && caller.name().filter(text::equals).isPresent()) {
          forms.add("FEDERATED");
        }
      }
    }
  }

  private void aws(String text, boolean deny, Set<String> forms) {
    if (text.equals("*")) {
      if (star(deny)) {
        forms.add("STAR");
      }
      return;
    }
    String account = caller.account().orElse("none");
    String partition = caller.partition().orElse("none");
    if (text.equals(account) || text.equals("arn:" + partition + ":iam::" + account + ":root")) {
      forms.add("ACCOUNT");
    }
    boolean self = caller.arn().filter(text::equals).isPresent();
    if (self && caller.kind() == Kind.USER || caller.userArn().filter(text::equals).isPresent()) {
      forms.add("USER");
    }
    if (caller.roleArn().filter(text::equals).isPresent()) {
      forms.add("ROLE");
    }
    if (self && caller.kind() == Kind.ROLE_SESSION) {
      forms.add("SESSION");
    }
    if (self && caller.kind() == Kind.FEDERATED_USER) {
      forms.add("FED");
    }
  }

  /** R1.14. */
  private boolean star(boolean deny) {
    if (deny || !set.equals("RESOURCE")) {
      return true;
    }
    return switch (caller.kind()) {
      case SERVICE -> !world.optionB().contains(Uncertainty.U3);
      case WEB_IDENTITY, SAML -> trust && world.optionB().contains(Uncertainty.U29);
      case ANONYMOUS -> !trust;
      default -> true;
    };
  }
}
