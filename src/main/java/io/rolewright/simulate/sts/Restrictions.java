package io.rolewright.simulate.sts;

import io.rolewright.simulate.Caller;
import java.util.Locale;
import java.util.Set;

/** What credentials cannot call whatever the policies say (section 3.3). */
final class Restrictions {

  private static final Set<String> ASSUMING =
      Set.of("sts:assumerole", "sts:tagsession", "sts:setsourceidentity", "sts:setcontext");
  private static final String IDENTITY = "sts:getcalleridentity";

  private Restrictions() {}

  /** Whether AWS does not take such a call with these credentials. */
  static boolean forbid(Credentials credentials, String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    boolean sts = lower.startsWith("sts:");
    boolean iam = lower.startsWith("iam:");
    return switch (credentials.kind()) {
      case FEDERATION -> iam || (sts && !lower.equals(IDENTITY));
      case SESSION_TOKEN ->
          (iam && !credentials.mfa().present().orElse(false))
              || (sts && !ASSUMING.contains(lower) && !lower.equals(IDENTITY))
              || forbidRoot(credentials, lower);
      case ROLE -> needsLongTerm(lower);
      case CONSOLE -> needsLongTerm(lower) || forbidRoot(credentials, lower);
      case LONG_TERM -> forbidRoot(credentials, lower);
      case ROOT_TASK -> sts && !lower.equals(IDENTITY);
      case SERVICE, WEB_IDENTITY, SAML, ANONYMOUS -> needsLongTerm(lower) || lower.equals(IDENTITY);
    };
  }

  private static boolean needsLongTerm(String lower) {
    return lower.equals("sts:getfederationtoken") || lower.equals("sts:getsessiontoken");
  }

  private static boolean forbidRoot(Credentials credentials, String lower) {
    return credentials.caller().kind() == Caller.Kind.ROOT && lower.startsWith("sts:assumero");
  }

  /** Whether a call needs no permission, and no policy can forbid it (R3.14, R3.20). */
  static boolean isFree(String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    return lower.equals(IDENTITY) || lower.equals("sts:getsessiontoken");
  }
}
