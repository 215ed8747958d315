package io.rolewright.catalog;

/**
 * How AWS's service authorization reference classes an action.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_understand-policy-summary-access-level-summaries.html">Access
 *     levels in policy summaries</a>
 */
public enum AccessLevel {
  LIST('L'),
  READ('R'),
  WRITE('W'),
  TAGGING('T'),
  PERMISSIONS_MANAGEMENT('P');

  private final char code;

  AccessLevel(char code) {
    this.code = code;
  }

  /** The letter that stands for the level in the generated resource. */
  char code() {
    return code;
  }

  static AccessLevel ofCode(char code) {
    for (AccessLevel level : values()) {
      if (level.code == code) {
        return level;
      }
    }
    throw new IllegalArgumentException("no access level has the code " + code);
  }
}
