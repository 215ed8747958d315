package io.rolewright.reason;

/** The names that witnesses give to somebody nobody knows; they show for what they are. */
public final class Strangers {

  /** An account that belongs to none of the user's accounts. */
  public static final String ACCOUNT = "999999999999";

  /** An organisation that is none of the user's. */
  public static final String ORGANIZATION = "o-stranger000";

  /** A user, role or session, or another tenant of an identity provider. */
  public static final String NAME = "stranger";

  /** Stands in where a policy speaks of {@link #ACCOUNT}. */
  static final String OTHER_ACCOUNT = "999999999998";

  private Strangers() {}

  /** Whether an account stands for any; otherwise it has its number because a pattern asks so. */
  public static boolean isAny(String account) {
    return account.equals(ACCOUNT) || account.equals(OTHER_ACCOUNT);
  }
}
