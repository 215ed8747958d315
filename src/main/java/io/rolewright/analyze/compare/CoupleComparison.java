package io.rolewright.analyze.compare;

import io.rolewright.model.Amount;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.reason.property.Judged;
import io.rolewright.simulate.PolicyScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Compares two versions of one thing. For one thread. */
final class CoupleComparison {

  private static final String BROKEN = "the policy breaks the grammar, see the problems";

  /** What AWS takes where a role does not say (R3.31). */
  private static final long DEFAULT_SECONDS = 3600;

  private final Couple couple;
  private final Asked asked;
  private final Answers answers = new Answers();

  /**
   * @param partitions of AWS that the input speaks of beside {@code aws}
   */
  CoupleComparison(Couple couple, Collection<String> partitions) {
    this.couple = couple;
    this.asked = new Asked(couple, partitions);
  }

  Difference difference() {
    trust();
    permissions();
    policy();
    duration();
    Holder shown = couple.shown();
    return new Difference(
        shown.noun(),
        shown.name(),
        couple.was(),
        couple.world(),
        couple.before().map(Holder::at),
        couple.after().map(Holder::at),
        answers.changes(),
        answers.undecided());
  }

  private void trust() {
    Optional<PolicyDocument> before = couple.before().flatMap(Holder::trust);
    Optional<PolicyDocument> after = couple.after().flatMap(Holder::trust);
    if (before.equals(after) || isBroken(Aspect.TRUST, before, after)) {
      return;
    }
    Judged then = Judges.of(before, PolicyScope.TRUST, asked.owner());
    Judged now = Judges.of(after, PolicyScope.TRUST, asked.owner());
    // why: each kind of caller gets a witness of its own, since people look at them one by one
    asked.ofSessions().forEach(calls -> answers.compare(Aspect.TRUST, List.of(calls), then, now));
  }

  private boolean isBroken(
      Aspect aspect, Optional<PolicyDocument> before, Optional<PolicyDocument> after) {
    boolean broken =
        before.filter(CoupleComparison::isBroken).isPresent()
            || after.filter(CoupleComparison::isBroken).isPresent();
    if (broken) {
      answers.undecided(aspect, BROKEN);
    }
    return broken;
  }

  private static boolean isBroken(PolicyDocument document) {
    return !document.defects().isEmpty();
  }

  /** Where one side does not tell of permissions there is nothing to compare. */
  private void permissions() {
    Optional<Permissions> before = told(couple.before());
    Optional<Permissions> after = told(couple.after());
    if (before.isEmpty() || after.isEmpty()) {
      if (before.or(() -> after).isPresent()) {
        answers.undecided(Aspect.PERMISSIONS, "only one of the versions tells what it may do");
      }
      return;
    }
    List<PolicyDocument> all = before.get().texts();
    if (all.stream().anyMatch(CoupleComparison::isBroken)
        || after.get().texts().stream().anyMatch(CoupleComparison::isBroken)) {
      answers.undecided(Aspect.PERMISSIONS, BROKEN);
      return;
    }
    new PermissionsQuestion(before.get(), after.get(), asked.owner(), asked.ofHolder(), answers)
        .ask();
  }

  /** What does not exist holds nothing. */
  private Optional<Permissions> told(Optional<Holder> holder) {
    boolean asks = couple.shown().permissions().isPresent();
    return holder.isEmpty() && asks
        ? Optional.of(Permissions.NONE)
        : holder.flatMap(Holder::permissions);
  }

  private void policy() {
    Optional<PolicyDocument> before = couple.before().flatMap(Holder::policy);
    Optional<PolicyDocument> after = couple.after().flatMap(Holder::policy);
    if (before.equals(after) || isBroken(Aspect.POLICY, before, after)) {
      return;
    }
    PolicyKind kind = couple.shown().kind().orElseThrow();
    answers.compare(
        Aspect.POLICY,
        asked.ofPolicy(kind),
        Judges.of(before, Asked.scope(kind), asked.owner()),
        Judges.of(after, Asked.scope(kind), asked.owner()));
  }

  private void duration() {
    if (couple.before().isEmpty() || couple.after().isEmpty()) {
      return;
    }
    Optional<Amount> before = couple.before().get().duration();
    Optional<Amount> after = couple.after().get().duration();
    boolean told =
        (couple.before().get().speaksOfSessions() && couple.after().get().speaksOfSessions())
            || (before.isPresent() && after.isPresent());
    if (!told || before.equals(after)) {
      return;
    }
    OptionalLong then = seconds(before);
    OptionalLong now = seconds(after);
    if (then.isEmpty() || now.isEmpty()) {
      answers.undecided(Aspect.DURATION, "a session duration is left open");
    } else if (then.getAsLong() != now.getAsLong()) {
      duration(then.getAsLong(), now.getAsLong());
    }
  }

  private static OptionalLong seconds(Optional<Amount> amount) {
    return amount.map(Amount::value).orElse(OptionalLong.of(DEFAULT_SECONDS));
  }

  private void duration(long then, long now) {
    Direction direction = now > then ? Direction.NEWLY_ALLOWED : Direction.NO_LONGER_ALLOWED;
    long longer = Math.max(now, then);
    String words = "sessions of " + longer + " seconds, not just " + Math.min(now, then);
    answers.add(direction, Aspect.DURATION, words, List.of());
  }
}
