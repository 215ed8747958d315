package io.rolewright.analyze.cases;

import io.rolewright.model.Defect;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Validity;
import java.util.Optional;
import java.util.Set;

/**
 * Policies that cannot be evaluated because nobody knows what they say. A policy that AWS would
 * refuse today may still be in force from earlier, or match nothing, and is evaluated as written
 * (R1.14, R1.16, R1.20).
 */
final class Unreadable {

  private static final Set<Defect.Kind> CLEAR_ALL_THE_SAME =
      Set.of(
          Defect.Kind.INVALID_SID,
          Defect.Kind.EMPTY_ELEMENT,
          Defect.Kind.FORBIDDEN_ELEMENT,
          Defect.Kind.INVALID_PRINCIPAL,
          Defect.Kind.INVALID_ACTION,
          Defect.Kind.INVALID_RESOURCE,
          Defect.Kind.ILLEGAL_CHARACTER);

  private Unreadable() {}

  /** What keeps a policy from being evaluated. */
  static Optional<Defect> in(Question.Document document, Assumptions taken) {
    return Validity.defects(document.policy(), document.kind(), taken).stream()
        .filter(d -> !CLEAR_ALL_THE_SAME.contains(d.kind()))
        .findFirst();
  }
}
