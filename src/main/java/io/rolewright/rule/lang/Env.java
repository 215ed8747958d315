package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.reason.property.Witness;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Subjects;
import io.rolewright.source.Origin;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The values of a rule's variables while it runs, and what is known of how sure they are. */
final class Env {

  private final Object[] slots;
  private Scope scope;
  private Optional<Witness> witness = Optional.empty();
  private boolean proved;
  private final Set<String> doubts = new LinkedHashSet<>();

  private final Origin at;
  private final Findings findings;

  /**
   * @param at where what the clause looks at was written
   * @param findings of what the clause looks at
   */
  Env(Scope scope, int slots, Origin at, Findings findings) {
    this.at = at;
    this.findings = findings;
    this.scope = scope;
    this.slots = new Object[slots];
  }

  /** Where what the clause looks at was written. */
  Origin at() {
    return at;
  }

  /** Where findings go. */
  Findings findings() {
    return findings;
  }

  Scope scope() {
    return scope;
  }

  Object get(int slot) {
    return slots[slot];
  }

  /** Whoever steps through roles judges each as the role. */
  void set(int slot, Object value) {
    slots[slot] = value;
    if (value instanceof Role role) {
      scope = new Scope(scope.estate(), scope.rule(), Optional.of(role));
    }
  }

  Optional<Witness> witness() {
    return witness;
  }

  boolean isProved() {
    return proved;
  }

  /** What would have to be known to be sure, each as a message tells it. */
  Set<String> doubts() {
    return doubts;
  }

  void doubt(String what) {
    doubts.add(what);
  }

  /** What was known before a step, to go back to after it. */
  record Knowledge(Scope scope, Optional<Witness> witness, boolean proved, Set<String> doubts) {}

  Knowledge knowledge() {
    return new Knowledge(scope, witness, proved, Set.copyOf(doubts));
  }

  void backTo(Knowledge before) {
    scope = before.scope();
    witness = before.witness();
    proved = before.proved();
    doubts.retainAll(before.doubts());
  }

  /** Tells that a question about the role, or about what the clause looks at, stayed open. */
  void undecided() {
    Optional<Role> role = scope.role();
    if (role.isPresent()) {
      Origin trust = role.get().trust().map(PolicyDocument::origin).orElse(role.get().origin());
      undecided(trust, "role `" + role.get().name().shown() + "`");
    } else {
      undecided(at, Subjects.quoted(findings.subject()));
    }
  }

  private void undecided(Origin at, String what) {
    scope.estate().gaps().add(at, "whether `" + scope.rule().name() + "` is so of " + what);
  }

  void found(Witness shown) {
    witness = Optional.of(shown);
  }

  void proved() {
    proved = true;
  }
}
