package io.rolewright.simulate.sts;

import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What credentials cannot call whatever the policies say (section 3.3). */
final class Restrictions {

  private static final String IDENTITY = "sts:getcalleridentity";
  private static final Set<String> ASSUMING =
      Set.of(
          "sts:assumerole", "sts:tagsession", "sts:setsourceidentity", "sts:setcontext", IDENTITY);
  private static final Barred ALL_OF_STS = new Barred("sts:*", Set.of(IDENTITY));
  private static final List<Barred> LONG_TERM_ONLY =
      List.of(new Barred("sts:getfederationtoken"), new Barred("sts:getsessiontoken"));

  /** What needs no permission, in lower case. */
  static final Set<String> FREE = Set.of(IDENTITY, "sts:getsessiontoken");

  private Restrictions() {}

  /** Whether AWS does not take such a call with these credentials. */
  static boolean forbid(Credentials credentials, String action) {
    String lower = action.toLowerCase(Locale.ROOT);
    return of(credentials).stream().anyMatch(barred -> barred.has(lower));
  }

  /** The calls that AWS does not take with these credentials. */
  static List<Barred> of(Credentials credentials) {
    return switch (credentials.kind()) {
      case FEDERATION -> List.of(new Barred("iam:*"), ALL_OF_STS);
      case SESSION_TOKEN -> ofSessionToken(credentials);
      case ROLE -> LONG_TERM_ONLY;
      case CONSOLE -> plus(LONG_TERM_ONLY, ofRoot(credentials));
      case LONG_TERM -> ofRoot(credentials);
      case ROOT_TASK -> List.of(ALL_OF_STS);
      case SERVICE, WEB_IDENTITY, SAML, ANONYMOUS ->
          plus(LONG_TERM_ONLY, List.of(new Barred(IDENTITY)));
    };
  }

  private static List<Barred> ofSessionToken(Credentials credentials) {
    List<Barred> all = new ArrayList<>(List.of(new Barred("sts:*", ASSUMING)));
    if (!credentials.mfa().present().orElse(false)) {
      all.add(new Barred("iam:*"));
    }
    return plus(all, ofRoot(credentials));
  }

  private static List<Barred> ofRoot(Credentials credentials) {
    boolean root = credentials.caller().kind() == Caller.Kind.ROOT;
    return root ? List.of(new Barred("sts:assumero*")) : List.of();
  }

  private static List<Barred> plus(List<Barred> some, List<Barred> more) {
    List<Barred> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  /** Whether a call needs no permission, and no policy can forbid it (R3.14, R3.20). */
  static boolean isFree(String action) {
    return FREE.contains(action.toLowerCase(Locale.ROOT));
  }
}
