package io.rolewright.simulate.sts;

import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.NamedPolicy;

/** Policies of one purpose. */
final class Policies {

  private Policies() {}

  static NamedPolicy trust(String principal, String actions, String condition) {
    return Cast.policy(
        PolicyKind.TRUST,
        """
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow",
         "Principal": %s, "Action": %s, "Condition": %s}}
        """
            .formatted(principal, actions, condition));
  }

  static NamedPolicy denying(PolicyKind kind, String action) {
    String who = kind == PolicyKind.RCP ? "\"Principal\": \"*\"," : "";
    return Cast.policy(
        kind,
        """
        {"Version": "2012-10-17", "Statement": [
         {"Effect": "Deny", %s "Action": "%s", "Resource": "*"},
         {"Effect": "Allow", %s "Action": "*", "Resource": "*"}]}
        """
            .formatted(who, action, who));
  }

  static NamedPolicy allowing(PolicyKind kind, String action, String resource) {
    return Cast.policy(
        kind,
        """
        {"Version": "2012-10-17", "Statement":
         {"Effect": "Allow", "Action": "%s", "Resource": "%s"}}
        """
            .formatted(action, resource));
  }
}
