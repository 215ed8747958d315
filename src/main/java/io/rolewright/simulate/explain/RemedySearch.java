package io.rolewright.simulate.explain;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for the smallest set of at most three changes under which a refused request is certainly
 * allowed, by trying them out.
 *
 * <p>Fewer added statements come before fewer changes: whoever asks for MFA and an external ID
 * means them, so that passing both is a smaller change than one statement that asks for neither.
 */
final class RemedySearch {

  private static final int MOST_CHANGES = 3;
  private static final int MOST_LIFTED = 3;
  private static final int MOST_TRIES = 5_000;

  private final Subject subject;
  private final Assumptions assumptions;
  private int tries = MOST_TRIES;

  RemedySearch(Subject subject, Assumptions assumptions) {
    this.subject = subject;
    this.assumptions = assumptions;
  }

  Optional<Remedy> find() {
    Candidates candidates = new Candidates(subject);
    List<Change.Send> sends = candidates.sends();
    List<Change.Grant> grants = candidates.grants(sends);
    Optional<List<Change>> changes = smallest(subject.trial(), sends, grants);
    if (changes.isPresent()) {
      return changes.map(c -> new Remedy(c, List.of()));
    }
    return lifted(subject.denials()).stream()
        .map(denials -> withChangedDenials(denials, sends, grants))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What may be lifted: one Deny statement, else all that stand in the way. */
  private static List<List<Cited>> lifted(List<Cited> denials) {
    List<List<Cited>> choices = new ArrayList<>();
    if (denials.size() > 1) {
      denials.stream().limit(MOST_LIFTED).forEach(d -> choices.add(List.of(d)));
    }
    if (!denials.isEmpty()) {
      choices.add(denials);
    }
    return choices;
  }

  private Optional<Remedy> withChangedDenials(
      List<Cited> denials, List<Change.Send> sends, List<Change.Grant> grants) {
    Trial undenied = subject.trial().with(without(denials, subject.trial()));
    Authorization judge = Authorization.of(undenied.policies(), assumptions);
    if (isAllowed(judge, undenied, undenied)) {
      return Optional.of(new Remedy(List.of(), denials));
    }
    return smallest(undenied, sends, grants).map(c -> new Remedy(c, denials));
  }

  private Optional<List<Change>> smallest(
      Trial before, List<Change.Send> sends, List<Change.Grant> grants) {
    for (int added = 0; added <= Math.min(MOST_CHANGES, grants.size()); added++) {
      for (int all = Math.max(1, added); all <= MOST_CHANGES; all++) {
        for (List<Change> granted : choices(grants, added)) {
          Optional<List<Change>> changes =
              firstHelping(before, granted, choices(sends, all - added));
          if (changes.isPresent()) {
            return changes;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<List<Change>> firstHelping(
      Trial before, List<Change> granted, List<List<Change>> sends) {
    Trial extended = after(before, granted);
    Authorization judge = Authorization.of(extended.policies(), assumptions);
    for (List<Change> sent : sends) {
      if (tries-- > 0 && isAllowed(judge, before, after(extended, sent))) {
        List<Change> changes = new ArrayList<>(sent);
        changes.addAll(granted);
        return Optional.of(changes);
      }
    }
    return Optional.empty();
  }

  private static Trial after(Trial before, List<Change> changes) {
    Trial after = before;
    for (Change change : changes) {
      after = change.applyTo(after);
    }
    return after;
  }

  private static boolean isAllowed(Authorization judge, Trial before, Trial after) {
    for (Request request : Needs.of(before, after)) {
      Decision decision = judge.decide(request);
      if (!decision.isAllowed() || !decision.certain()) {
        return false;
      }
    }
    return true;
  }

  /** All choices of {@code count} of the items, in the items' order. */
  private static List<List<Change>> choices(List<? extends Change> items, int count) {
    List<List<Change>> choices = new ArrayList<>();
    choose(items, 0, count, new ArrayList<>(), choices);
    return choices;
  }

  private static void choose(
      List<? extends Change> items,
      int from,
      int count,
      List<Change> chosen,
      List<List<Change>> choices) {
    if (count == 0) {
      choices.add(List.copyOf(chosen));
      return;
    }
    for (int i = from; i <= items.size() - count; i++) {
      chosen.add(items.get(i));
      choose(items, i + 1, count - 1, chosen, choices);
      chosen.remove(chosen.size() - 1);
    }
  }

  private static PoliciesInForce without(List<Cited> denials, Trial trial) {
    List<Statement> gone = denials.stream().map(Cited::statement).toList();
    PoliciesInForce all = trial.policies();
    return all.withIdentity(without(all.identity(), gone))
        .withBoundary(all.boundary().map(p -> without(p, gone)))
        .withSession(all.session().map(list -> without(list, gone)))
        .withResource(all.resource().map(p -> without(p, gone)))
        .withVpcEndpoint(all.vpcEndpoint().map(p -> without(p, gone)))
        .withOrganisation(
            all.scps().map(levels -> levels.stream().map(l -> without(l, gone)).toList()),
            all.rcps().map(levels -> levels.stream().map(l -> without(l, gone)).toList()));
  }

  private static List<NamedPolicy> without(List<NamedPolicy> policies, List<Statement> gone) {
    return policies.stream().map(p -> without(p, gone)).toList();
  }

  private static NamedPolicy without(NamedPolicy policy, List<Statement> gone) {
    PolicyDocument document = policy.document();
    List<Statement> kept =
        document.statements().stream().filter(s -> gone.stream().noneMatch(g -> g == s)).toList();
    return new NamedPolicy(policy.name(), document.with(kept));
  }
}
