package io.rolewright.analyze.effective;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.KnownKeys;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.property.EffectiveAccess;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.sts.Barred;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Session;
import io.rolewright.simulate.sts.SessionFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session can do, before it is put into words. */
final class SessionAccess {

  private final SessionFacts facts;
  private final Optional<String> gap;
  private final EffectiveAccess access;
  private final Wording wording;

  SessionAccess(SessionFacts all, Session session, String owner, Means means) {
    KnownPolicies known = KnownPolicies.of(all.policies());
    this.gap = known.gap();
    this.facts = all.with(known.policies());
    this.access =
        EffectiveAccess.of(
            requests(facts, session, owner),
            e -> isOfRole(facts) ? e.formulas().yes() : taken(e, facts.barred()),
            facts.policies(),
            owner,
            means);
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

  /** Whether it is proved that there are no requests of such a session: then nothing is known. */
  boolean hasNoRequests() {
    return access.hasNoRequests();
  }

  PermissionList can() {
    return wording.list(access.allowed(), access.unknowns(), access::example).lacking(gap);
  }

  /** What the session policies took away; absent where none were passed. */
  Optional<PermissionList> taken() {
    return facts.withoutSessionPolicy().map(this::taken);
  }

  private PermissionList taken(PoliciesInForce without) {
    return wording.list(access.takenBy(without), List.of(), line -> access.example(line, without));
  }

  EffectiveAccess access() {
    return access;
  }
}
