package io.rolewright.rule.session;

import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Caller;
import java.util.List;

/**
 * Whether a role's sessions tell which user holds them (R3.19): by a source identity, or by a
 * session name that only one user may choose.
 */
final class Attribution {

  private static final String SESSION_NAME = "sts:RoleSessionName";
  private static final String SOURCE_IDENTITY = "sts:SourceIdentity";
  private static final String USERNAME = "aws:username";

  private final Means means;

  Attribution(Means means) {
    this.means = means;
  }

  /** Yes if two users may get sessions of one name that carry no source identity. */
  Answer isLost(TrustCalls trust) {
    Requests users =
        trust
            .by(Caller.Kind.USER)
            .where(KeyTest.present(SOURCE_IDENTITY).negated())
            .where(KeyTest.present(SESSION_NAME));
    Answer one = ask(trust, users);
    if (!one.isYes()) {
      return one;
    }
    Witness first = one.witness().orElseThrow();
    List<String> names = first.request().context().get(SESSION_NAME);
    Requests others =
        users
            .where(TrustCalls.saying(SESSION_NAME, names.get(0)))
            .where(KeyTest.oneOf(SESSION_NAME, names))
            .where(KeyTest.oneOf(USERNAME, List.of(name(first))).negated());
    return ask(trust, others)
        .match(
            new Answer.Cases<>(
                yes -> new Answer.Yes(one(first).plus(yes.grounds())), no -> no, open -> open));
  }

  private static Grounds one(Witness witness) {
    return Grounds.witnessed(witness);
  }

  private static String name(Witness witness) {
    String arn = witness.request().principal().arn().orElseThrow();
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  private Answer ask(TrustCalls trust, Requests requests) {
    return Answer.exists(
        Question.of(List.of(trust.judged()), List.of()).ask(List.of(requests), means));
  }
}
