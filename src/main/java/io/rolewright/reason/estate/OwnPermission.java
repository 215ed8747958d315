package io.rolewright.reason.estate;

/** Who of those that a trust policy lets in needs a permission of his own besides (R2.15). */
public enum OwnPermission {
  NOBODY(""),
  /** Principals of other accounts than the role's; in its own account its word suffices. */
  OUTSIDERS("in other accounts, if their own policies allow it too"),
  EVERYBODY("if their own policies allow it too");

  private final String words;

  OwnPermission(String words) {
    this.words = words;
  }

  /** As the end of a sentence; empty where nobody does. */
  public String words() {
    return words;
  }
}
