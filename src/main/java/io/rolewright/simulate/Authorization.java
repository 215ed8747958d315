package io.rolewright.simulate;

import java.util.Set;

/**
 * Decides requests under given policies as AWS does (section 2 of the semantics). Policies are
 * prepared once; deciding is then linear in their statements. Immutable and safe for threads.
 */
public final class Authorization {

  private Authorization() {}

  /** The judge of requests under these policies. */
  public static Authorization of(PoliciesInForce policies, Assumptions assumptions) {
    throw new UnsupportedOperationException();
  }

  /** What AWS answers, without the steps that led there. */
  public Decision decide(Request request) {
    throw new UnsupportedOperationException();
  }

  /** What AWS answers, with every step. */
  public Decision explain(Request request) {
    throw new UnsupportedOperationException();
  }

  /** The uncertain items of which the other option gives another verdict. */
  public static Set<Uncertainty> hangsOn(
      PoliciesInForce policies, Assumptions assumptions, Request request) {
    throw new UnsupportedOperationException();
  }
}
