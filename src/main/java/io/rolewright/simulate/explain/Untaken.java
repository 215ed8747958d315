package io.rolewright.simulate.explain;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import java.util.Locale;

/** Why AWS does not take a request whatever the policies say (section 3.3 of the semantics). */
final class Untaken {

  private Untaken() {}

  static String words(Request request) {
    String action = "`" + request.action() + "`";
    String lower = request.action().toLowerCase(Locale.ROOT);
    boolean iam = lower.startsWith("iam:");
    Caller.Kind kind = request.principal().kind();
    if (kind == Caller.Kind.FEDERATED_USER && (iam || lower.startsWith("sts:"))) {
      return "With GetFederationToken credentials AWS takes no call of IAM, and of STS only"
          + " GetCallerIdentity, whatever the policies say.";
    }
    if ((kind == Caller.Kind.USER || kind == Caller.Kind.ROOT) && iam) {
      return "With GetSessionToken credentials AWS takes "
          + action
          + " only if they were got with MFA, whatever the policies say.";
    }
    if (lower.equals("sts:getfederationtoken") || lower.equals("sts:getsessiontoken")) {
      return "AWS takes " + action + " with long-term keys only, whatever the policies say.";
    }
    return "AWS does not take "
        + action
        + " from "
        + NamedCaller.shown(request.principal())
        + ", whatever the policies say.";
  }
}
