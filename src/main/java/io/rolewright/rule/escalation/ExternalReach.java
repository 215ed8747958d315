package io.rolewright.rule.escalation;

import io.rolewright.catalog.SharedIssuers;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.Actor;
import io.rolewright.reason.actor.Actors;
import io.rolewright.reason.actor.Entry;
import io.rolewright.reason.actor.Target;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Witness;
import io.rolewright.rule.Estate;
import io.rolewright.rule.trust.Principals;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody from outside who gets into a role.
 *
 * @param through the statement that lets him in
 * @param at the principal that stands for him, or the element
 * @param entry his request, which the trust policy allows
 */
public record ExternalReach(Who who, String name, Statement through, Origin at, Witness entry) {

  /** Who from outside. */
  public enum Who {
    /** Anybody with an account of AWS. */
    STRANGER,
    /** An account that is neither own nor trusted, which is the name. */
    OUTSIDER,
    /** Another tenant of an OIDC provider, of which the issuer is the name. */
    TENANT
  }

  /**
   * Everybody from outside who gets in, in written order; of each statement and principal one.
   * Accounts are outsiders only where the user said which ones are trusted.
   */
  public static List<ExternalReach> into(Role role, Estate estate) {
    return role.trust().map(trust -> new Search(role, trust, estate).all()).orElse(List.of());
  }

  private static final class Search {

    private final PolicyDocument trust;
    private final Role role;
    private final Estate estate;
    private final Entry entry;
    private final List<ExternalReach> found = new ArrayList<>();

    Search(Role role, PolicyDocument trust, Estate estate) {
      this.role = role;
      this.trust = trust;
      this.estate = estate;
      String owner = estate.accountOf(role);
      String arn = RoleNames.shown(role, estate);
      Target target = Target.of(trust, arn, owner).besides(known(), estate.ownOrganizations());
      this.entry = Entry.of(trust, target);
    }

    private Set<String> known() {
      Set<String> known = new TreeSet<>(estate.ownAccounts());
      known.addAll(estate.trustedAccounts());
      return known;
    }

    List<ExternalReach> all() {
      for (Statement statement : trust.statements()) {
        if (!statement.isDeny()) {
          find(statement);
        }
      }
      return List.copyOf(found);
    }

    private void find(Statement statement) {
      if (!(statement.principal() instanceof PrincipalElement.Listed listed)) {
        ask(Who.STRANGER, "", statement, statement.principal().origin(), Actors.stranger());
        return;
      }
      for (PrincipalPattern pattern : listed.patterns()) {
        find(statement, pattern);
      }
    }

    private void find(Statement statement, PrincipalPattern pattern) {
      if (Principals.isEveryone(pattern)) {
        ask(Who.STRANGER, "", statement, pattern.origin(), Actors.stranger());
        return;
      }
      Principals.issuer(pattern)
          .filter(issuer -> SharedIssuers.shipped().lookup(issuer).isPresent())
          .ifPresent(issuer -> tenant(issuer, statement, pattern));
      boolean federated = pattern instanceof PrincipalPattern.Federated;
      if (!federated && estate.trustConfigured()) {
        Principals.account(pattern)
            .filter(account -> estate.relation(account, role) == Estate.Relation.EXTERNAL)
            .flatMap(Text::plain)
            .ifPresent(account -> outsider(account, statement, pattern));
      }
    }

    private void tenant(String issuer, Statement statement, PrincipalPattern pattern) {
      ask(Who.TENANT, issuer, statement, pattern.origin(), Actors.foreignTenant(issuer));
    }

    private void outsider(String account, Statement statement, PrincipalPattern pattern) {
      Actor anyone = Actors.outside(Actors.anyoneOf(account), estate.ownOrganizations());
      ask(Who.OUTSIDER, account, statement, pattern.origin(), anyone);
    }

    private void ask(Who who, String name, Statement statement, Origin at, Actor actor) {
      witness(entry.find(statement, actor))
          .ifPresent(w -> found.add(new ExternalReach(who, name, statement, at, w)));
    }

    private Optional<Witness> witness(Outcome outcome) {
      return outcome.match(
          new Outcome.Cases<>(
              possible -> Optional.of(possible.witness()),
              impossible -> Optional.empty(),
              undecided -> {
                String question = "whether somebody from outside gets in by this trust policy";
                estate.gaps().add(trust.origin(), question);
                return Optional.empty();
              }));
    }
  }
}
