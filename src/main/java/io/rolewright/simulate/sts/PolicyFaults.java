package io.rolewright.simulate.sts;

import io.rolewright.model.Defect;
import io.rolewright.model.PlainArn;
import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the session policies of a call (section 3.1). */
final class PolicyFaults {

  private PolicyFaults() {}

  /** Why AWS would refuse the inline session policy. */
  static List<Fault> inline(StsCall call, Assumptions assumptions) {
    List<Fault> faults = new ArrayList<>();
    for (NamedPolicy policy : call.policy().stream().toList()) {
      for (Defect defect : Validity.defects(policy.document(), PolicyKind.SESSION, assumptions)) {
        faults.add(new Fault(defect.at(), defect.message(), defect.fix(), "3.1"));
      }
    }
    return faults;
  }

  /**
   * The managed session policies that belong to another account.
   *
   * @param account of the role, or of the user who asks for a federation token
   */
  static List<Fault> managed(StsCall call, Optional<String> account) {
    List<Fault> faults = new ArrayList<>();
    for (Given given : call.all(Parameter.POLICY_ARNS)) {
      Optional<String> owner = PlainArn.accountOf(given.value());
      boolean foreign = owner.isPresent() && !owner.get().equals("aws");
      if (foreign && account.isPresent() && !owner.equals(account)) {
        faults.add(
            new Fault(
                given.at(),
                "managed session policies belong to account %s or to AWS, %s does not"
                    .formatted(account.get(), Quoted.of(given.value())),
                "create the policy in account %s and name that one".formatted(account.get()),
                "3.1"));
      }
    }
    return faults;
  }
}
