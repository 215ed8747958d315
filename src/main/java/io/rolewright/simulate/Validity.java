package io.rolewright.simulate;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.validity.Grammar;
import io.rolewright.simulate.validity.Leniency;
import java.util.List;

/**
 * Whether AWS would store a policy of a kind (sections 1.1 to 1.6 of the semantics). What is merely
 * unwise, such as an empty list, is no defect.
 */
public final class Validity {

  private Validity() {}

  /** Why AWS would refuse the policy, in written order; nothing where it would take it. */
  public static List<Defect> defects(
      PolicyDocument policy, PolicyKind kind, Assumptions assumptions) {
    Leniency leniency =
        new Leniency(
            assumptions.isB(Uncertainty.U1),
            !assumptions.isB(Uncertainty.U2),
            assumptions.isB(Uncertainty.U7));
    return Grammar.defects(policy, kind, leniency);
  }
}
