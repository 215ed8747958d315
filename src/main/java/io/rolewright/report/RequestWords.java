package io.rolewright.report;

import io.rolewright.rule.Estate;
import io.rolewright.rule.escalation.RoleAssuming;
import io.rolewright.rule.permission.Bearer;
import io.rolewright.rule.permission.Targets;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import java.util.List;
import java.util.Map;

/** A request in words, printable, one line for each of who and what, on what, with what. */
final class RequestWords {

  private RequestWords() {}

  /**
   * An account of which only is known that it is the role's own is named so, and what stands for
   * anything is called that, since nobody wrote its name.
   */
  static String of(Request request) {
    return spelled(request)
        .replace(":" + Estate.UNNAMED_ACCOUNT + ":", ":<own account>:")
        .replace(":" + RoleAssuming.STRANGE_ACCOUNT + ":", ":<any account>:")
        .replace(Targets.FRESH, "<any name>");
  }

  private static String spelled(Request request) {
    StringBuilder out = new StringBuilder();
    out.append(caller(request.principal()))
        .append(" calls ")
        .append(Printable.of(request.action()));
    if (!request.resource().equals("*")) {
      out.append("\non ").append(Printable.of(request.resource()));
    }
    String lead = "\nwith ";
    for (Map.Entry<String, List<String>> key : request.context().asMap().entrySet()) {
      out.append(lead).append(Printable.of(key.getKey())).append(" = ").append(values(key));
      lead = "\n and ";
    }
    return out.toString();
  }

  private static String caller(Caller caller) {
    if (Bearer.isNameless(caller)) {
      return (caller.kind() == Caller.Kind.USER ? "a user" : "a role session")
          + " with these permissions";
    }
    String name = caller.arn().or(caller::name).or(caller::account).orElse("");
    return switch (caller.kind()) {
      case ROOT -> "the root user " + Printable.of(name);
      case ASSUMED_ROOT -> "a root session " + Printable.of(name);
      case USER -> "user " + Printable.of(name);
      case ROLE_SESSION -> "role session " + Printable.of(name);
      case FEDERATED_USER -> "federated user " + Printable.of(name);
      case SERVICE -> "service " + Printable.of(name);
      case WEB_IDENTITY -> "a holder of a token of " + Printable.of(name);
      case SAML -> "a holder of an assertion of " + Printable.of(name);
      case ANONYMOUS -> "anyone, without credentials,";
    };
  }

  private static String values(Map.Entry<String, List<String>> key) {
    List<String> values = key.getValue();
    String joined = Printable.of(String.join(", ", values));
    return values.size() == 1 ? joined : "[" + joined + "]";
  }
}
