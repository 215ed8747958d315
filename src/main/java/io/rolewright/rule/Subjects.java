package io.rolewright.rule;

import io.rolewright.model.Identity;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.StandalonePolicy;
import java.util.Locale;

/** How findings name what they are about; part of a finding's fingerprint. */
public final class Subjects {

  private Subjects() {}

  public static String of(Role role) {
    return "role " + role.name().shown();
  }

  public static String of(Identity identity) {
    return identity.kind().name().toLowerCase(Locale.ROOT) + " " + identity.name().shown();
  }

  public static String of(SessionGrant grant) {
    return grant.kind().shown() + " " + grant.name().shown();
  }

  public static String of(StandalonePolicy policy) {
    return policy.kind().shown() + " policy " + policy.name().shown();
  }

  /** A subject as messages write it: {@code role vendor} with the name in backticks. */
  public static String quoted(String subject) {
    int blank = subject.lastIndexOf(' ');
    return subject.substring(0, blank + 1) + "`" + subject.substring(blank + 1) + "`";
  }
}
