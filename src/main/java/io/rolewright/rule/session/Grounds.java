package io.rolewright.rule.session;

import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Proof;
import java.util.ArrayList;
import java.util.List;

/**
 * Why an answer is right.
 *
 * @param witnesses requests that the simulator confirmed
 * @param proofs that there are no such requests, one for each class of requests that had to be
 *     looked at; may be none where the policies have nothing to look at
 */
public record Grounds(List<Witness> witnesses, List<Proof> proofs) {

  public Grounds {
    witnesses = List.copyOf(witnesses);
    proofs = List.copyOf(proofs);
  }

  static final Grounds NONE = new Grounds(List.of(), List.of());

  static Grounds witnessed(Witness... witnesses) {
    return new Grounds(List.of(witnesses), List.of());
  }

  static Grounds proved(List<Proof> proofs) {
    return new Grounds(List.of(), proofs);
  }

  /** Both together. */
  Grounds plus(Grounds other) {
    List<Witness> seen = new ArrayList<>(witnesses);
    seen.addAll(other.witnesses);
    List<Proof> proved = new ArrayList<>(proofs);
    proved.addAll(other.proofs);
    return new Grounds(seen, proved);
  }
}
