package io.rolewright.analyze.effective;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.access.Access;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.KnownKeys;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.property.EffectiveAccess;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.solve.SearchBudget;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.sts.Barred;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Session;
import io.rolewright.simulate.sts.SessionFacts;
import io.rolewright.simulate.sts.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a session can do, whatever it asks for, from wherever and whenever in its life: as far as
 * the policies of its own side say it, on resources of its own account.
 *
 * @param can all that is allowed; absent where that was not worked out
 * @param taken what the session policies took away; absent where none were passed
 * @param omitted why {@code can} is absent
 */
public record SessionPermissions(
    Optional<PermissionList> can, Optional<PermissionList> taken, Optional<String> omitted) {

  /** The permissions of a session. */
  public static SessionPermissions of(
      Session session, Surroundings surroundings, Assumptions assumptions) {
    if (!assumptions.optionB().isEmpty()) {
      return omitted(
          "the list is made under option A of every uncertain item, and here option B is taken of "
              + assumptions.optionB().stream()
                  .map(Uncertainty::name)
                  .collect(Collectors.joining(", ")));
    }
    SessionFacts facts = SessionFacts.of(session.credentials(), surroundings);
    Optional<String> account = session.credentials().caller().account();
    return account
        .map(owner -> new Asking(facts, session, owner).answer())
        .orElseGet(() -> omitted("the session is of no account"));
  }

  private static SessionPermissions omitted(String why) {
    return new SessionPermissions(Optional.empty(), Optional.empty(), Optional.of(why));
  }

  /** One session's question. */
  private static final class Asking {

    private final SessionFacts facts;
    private final EffectiveAccess access;
    private final Wording wording;

    Asking(SessionFacts facts, Session session, String owner) {
      this.facts = facts;
      this.access =
          EffectiveAccess.of(
              requests(facts, session, owner),
              e -> isOfRole(facts) ? e.formulas().yes() : taken(e, facts.barred()),
              facts.policies(),
              owner,
              SearchBudget.ordinary());
      List<PolicyDocument> documents = Judged.inForce(facts.policies(), owner).documents();
      this.wording = new Wording(documents, access.domains());
    }

    /** What a role cannot call is so little that it would only clutter the list. */
    private static boolean isOfRole(SessionFacts facts) {
      return facts.credentials().kind() == Credentials.Kind.ROLE;
    }

    private static Requests requests(SessionFacts facts, Session session, String owner) {
      Optional<KnownKeys.Life> life =
          facts.credentials().issuedAt().map(from -> new KnownKeys.Life(from, session.expires()));
      Requests requests =
          Requests.of(Callers.of(facts.credentials().caller()))
              .inAccount(owner)
              .inOwnPartition()
              .where(new KnownKeys(facts.keys(), facts::knows, life))
              .where(e -> e.formulas().not(e.action(SessionFacts.free())));
      return isOfRole(facts) ? requests.where(e -> taken(e, facts.barred())) : requests;
    }

    /** That AWS takes the call at all. */
    private static Formula taken(Encoding encoding, List<Barred> barred) {
      List<Formula> all = new ArrayList<>();
      for (Barred some : barred) {
        Formula but = encoding.action(some.but());
        Formula these = encoding.action(List.of(some.actions()));
        all.add(encoding.formulas().or(encoding.formulas().not(these), but));
      }
      return encoding.formulas().and(all);
    }

    SessionPermissions answer() {
      if (access.hasNoRequests()) {
        return omitted("this session carries what the list does not know of such sessions");
      }
      Access<Statement> allowed = access.allowed();
      PermissionList can = wording.list(allowed, access.unknowns(), access::example);
      return new SessionPermissions(
          Optional.of(can), facts.withoutSessionPolicy().map(this::taken), Optional.empty());
    }

    private PermissionList taken(PoliciesInForce without) {
      return wording.list(
          access.takenBy(without), List.of(), line -> access.example(line, without));
    }
  }
}
