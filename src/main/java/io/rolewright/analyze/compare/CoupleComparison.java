package io.rolewright.analyze.compare;

import io.rolewright.model.Amount;
import io.rolewright.model.PolicyKind;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.PolicyScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Compares two versions of one thing. For one thread. */
final class CoupleComparison {

  private static final String BROKEN = "the policy breaks the grammar, see the problems";

  /** What AWS takes where a role does not say (R3.31). */
  private static final long DEFAULT_SECONDS = 3600;

  private final Couple couple;
  private final Asked asked;
  private final Answers answers;

  /**
   * @param partitions of AWS that the input speaks of beside {@code aws}
   */
  CoupleComparison(Couple couple, Collection<String> partitions, Means means) {
    this.answers = new Answers(means);
    this.couple = couple;
    this.asked = new Asked(couple, partitions);
  }

  Difference difference() {
    trust();
    permissions();
    roles();
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
    Couple.Texts texts = couple.texts(Holder::trust);
    if (isWorthAsking(Aspect.TRUST, texts)) {
      // why: each kind of caller is told by itself, since people look at them one by one
      for (Requests calls : asked.ofSessions()) {
        answers.compare(Aspect.TRUST, List.of(calls), texts, PolicyScope.TRUST, asked.owner());
      }
    }
  }

  private boolean isWorthAsking(Aspect aspect, Couple.Texts texts) {
    if (!texts.areSame() && !texts.areLegal()) {
      answers.undecided(aspect, BROKEN);
    }
    return !texts.areSame() && texts.areLegal();
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
    if (!before.get().areLegal() || !after.get().areLegal()) {
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

  private void roles() {
    Set<String> before = couple.before().map(Holder::roles).orElse(Set.of());
    Set<String> after = couple.after().map(Holder::roles).orElse(Set.of());
    sessionsOf(Direction.NEWLY_ALLOWED, after, before);
    sessionsOf(Direction.NO_LONGER_ALLOWED, before, after);
  }

  private void sessionsOf(Direction direction, Set<String> roles, Set<String> others) {
    for (String role : roles) {
      if (!others.contains(role)) {
        answers.add(direction, Aspect.TRUST, "sessions of role `" + role + "`", List.of());
      }
    }
  }

  private void policy() {
    Couple.Texts texts = couple.texts(Holder::policy);
    if (isWorthAsking(Aspect.POLICY, texts)) {
      PolicyKind kind = couple.shown().kind().orElseThrow();
      answers.compare(
          Aspect.POLICY, asked.ofPolicy(kind, texts), texts, Asked.scope(kind), asked.owner());
    }
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
