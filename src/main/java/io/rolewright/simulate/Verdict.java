package io.rolewright.simulate;

/** What AWS answers. */
public enum Verdict {
  ALLOWED,
  EXPLICITLY_DENIED,
  IMPLICITLY_DENIED
}
