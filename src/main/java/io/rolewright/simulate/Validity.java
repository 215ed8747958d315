package io.rolewright.simulate;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import java.util.List;

/** Whether AWS would store a policy of a kind (sections 1.1 to 1.5 of the semantics). */
public final class Validity {

  private Validity() {}

  /** Why AWS would refuse the policy, in written order; nothing where it would take it. */
  public static List<Defect> defects(
      PolicyDocument policy, PolicyKind kind, Assumptions assumptions) {
    throw new UnsupportedOperationException();
  }
}
