package io.rolewright.rule.lang;

import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** A rule that is written in the rule language. */
final class LanguageRule implements Checker {

  /** What clauses can begin with. */
  static final List<String> SUBJECTS =
      List.of("role", "grant", "identity", "policy", "input", "gap");

  /** AWS takes 8,192 characters at most, and a statement has some 60. */
  private static final int MOST_STATEMENTS = 300;

  private final List<Clause> clauses;

  private final Vocabulary vocabulary;

  /**
   * @param vocabulary tells what clauses can be about besides the things that an input lists
   */
  LanguageRule(List<Clause> clauses, Vocabulary vocabulary) {
    this.clauses = List.copyOf(clauses);
    this.vocabulary = vocabulary;
  }

  private static boolean isEndless(PolicyDocument trust) {
    return trust.statements().size() > MOST_STATEMENTS;
  }

  private void run(
      String kind, Object thing, Origin at, Optional<Role> role, Estate estate, Findings findings) {
    for (Clause clause : clauses) {
      if (clause.kind().equals(kind)) {
        clause.run(thing, at, new Scope(estate, findings.rule(), role), findings);
      } else if (!SUBJECTS.contains(clause.kind())) {
        vocabulary
            .subjects()
            .get(clause.kind())
            .in(thing, estate)
            .ifPresent(
                seen -> clause.run(seen, at, new Scope(estate, findings.rule(), role), findings));
      }
    }
  }

  @Override
  public void check(Role role, Estate estate, Findings findings) {
    Optional<PolicyDocument> endless = role.trust().filter(LanguageRule::isEndless);
    if (endless.isPresent()) {
      String question = "who gets in by this trust policy; it is far longer than AWS takes";
      estate.gaps().add(endless.get().origin(), question);
      return;
    }
    run("role", role, role.origin(), Optional.of(role), estate, findings);
  }

  @Override
  public void check(SessionGrant grant, Estate estate, Findings findings) {
    run("grant", grant, grant.origin(), Optional.empty(), estate, findings);
  }

  @Override
  public void check(Identity identity, Estate estate, Findings findings) {
    run("identity", identity, identity.origin(), Optional.empty(), estate, findings);
  }

  @Override
  public void check(PolicyInPlace policy, Estate estate, Findings findings) {
    run("policy", policy, policy.document().origin(), Optional.empty(), estate, findings);
  }

  @Override
  public void check(Estate estate, Findings findings) {
    Inventory inventory = estate.inventory();
    Origin nowhere = SourceFile.unread("input").whole();
    run("input", inventory, nowhere, Optional.empty(), estate, findings);
  }

  @Override
  public boolean takesGaps() {
    return clauses.stream().anyMatch(clause -> clause.kind().equals("gap"));
  }

  @Override
  public void check(Problem gap, Estate estate, Findings findings) {
    run("gap", gap, gap.at(), Optional.empty(), estate, findings);
  }
}
