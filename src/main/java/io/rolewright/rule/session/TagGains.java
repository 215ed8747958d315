package io.rolewright.rule.session;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Question;
import io.rolewright.reason.property.Witness;
import io.rolewright.reason.solve.Means;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds tags with which whoever assumes a role chooses what its session can do (R3.18): there is a
 * request that the role's policies allow with a tag and refuse without it, and the trust policy
 * takes that tag and others like it from the same caller. Tags of tokens and assertions are chosen
 * by the identity provider and do not count.
 */
final class TagGains {

  private static final String PRINCIPAL_TAG = "aws:principaltag/";
  private static final String REQUEST_TAG = "aws:RequestTag/";
  private static final List<Caller.Kind> CHOOSERS =
      List.of(Caller.Kind.USER, Caller.Kind.ROLE_SESSION);

  private final Means means;

  TagGains(Means means) {
    this.means = means;
  }

  /** One for each tag that the role's policies read, unless nobody may pass tags. */
  List<TagGain> of(Role role) {
    Optional<TrustCalls> trust = TrustCalls.of(role).filter(TrustCalls::mayPassTags);
    List<TagGain> gains = new ArrayList<>();
    if (trust.isPresent()) {
      RoleSessions sessions = RoleSessions.of(role);
      read(sessions)
          .forEach(
              (tag, statement) ->
                  gains.add(new TagGain(tag, statement, answer(sessions, tag, trust.get()))));
    }
    return gains;
  }

  /** The tags that the role's policies read, as first written, each with its first statement. */
  private static Map<String, Statement> read(RoleSessions sessions) {
    Map<String, Statement> read = new LinkedHashMap<>();
    Map<String, String> spelled = new LinkedHashMap<>();
    for (PolicyDocument policy : sessions.judged(sessions.least()).documents()) {
      for (Statement statement : policy.statements()) {
        keys(statement)
            .filter(key -> key.toLowerCase(Locale.ROOT).startsWith(PRINCIPAL_TAG))
            .map(key -> key.substring(PRINCIPAL_TAG.length()))
            .forEach(
                tag -> {
                  String first = spelled.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
                  if (first == null) {
                    read.put(tag, statement);
                  }
                });
      }
    }
    return read;
  }

  private static Stream<String> keys(Statement statement) {
    return Stream.concat(
        statement.conditions().stream().flatMap(c -> c.key().plain().stream()),
        PolicyTexts.of(statement)
            .flatMap((Text text) -> text.variables().stream())
            .map(TextPart.Variable::key));
  }

  private Answer answer(RoleSessions sessions, String tag, TrustCalls trust) {
    Answer gain = gain(sessions, tag, Optional.empty());
    Answer answer = chosen(gain, tag, trust);
    List<String> patterns = trust.patterns(REQUEST_TAG + tag);
    if (!answer.isNo() || !gain.isYes() || patterns.isEmpty()) {
      return answer;
    }
    String key = PRINCIPAL_TAG + tag;
    return chosen(gain(sessions, tag, Optional.of(KeyTest.like(key, patterns))), tag, trust);
  }

  /** Whether some request is allowed with the tag and not without it. */
  private Answer gain(RoleSessions sessions, String tag, Optional<KeyTest> limit) {
    String key = (PRINCIPAL_TAG + tag).toLowerCase(Locale.ROOT);
    RenamedKey renamed = new RenamedKey(key, PRINCIPAL_TAG + "zz-without-" + tag);
    PoliciesInForce with = sessions.least();
    Judged without = sessions.judged(renamed(with, renamed));
    Optional<String> own = own(sessions.role(), tag);
    KeyTest before =
        own.map(value -> KeyTest.oneOf(renamed.to(), List.of(value)))
            .orElseGet(() -> KeyTest.present(renamed.to()).negated());
    Requests requests = sessions.requests().where(KeyTest.present(key)).where(before);
    if (limit.isPresent()) {
      requests = requests.where(limit.get());
    }
    Answer answer =
        Answer.exists(
            Question.of(List.of(sessions.judged(with)), List.of(without))
                .ask(List.of(requests), means));
    return answer.isNo() && !sessions.isExact()
        ? Answer.cannotTell(sessions.gapsShown())
        : replayed(answer, sessions.judged(with), key, own);
  }

  /** The same request of a session without the tag, under the policies as they are. */
  private static Answer replayed(Answer answer, Judged policies, String key, Optional<String> own) {
    if (!answer.isYes()) {
      return answer;
    }
    Request with = answer.witness().orElseThrow().request();
    List<String> before = own.map(List::of).orElse(List.of());
    Request without =
        new Request(
            with.principal(), with.action(), with.resource(), with.context().with(key, before));
    return policies.decides().apply(without).isAllowed()
        ? new Answer.CannotTell(
            "the simulator does not confirm that the tag decides", answer.witness())
        : answer;
  }

  private static Optional<String> own(Role role, String tag) {
    return role.tags().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(tag))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static PoliciesInForce renamed(PoliciesInForce policies, RenamedKey renamed) {
    return policies
        .withIdentity(policies.identity().stream().map(p -> renamed(p, renamed)).toList())
        .withBoundary(policies.boundary().map(p -> renamed(p, renamed)));
  }

  private static NamedPolicy renamed(NamedPolicy policy, RenamedKey renamed) {
    return new NamedPolicy(policy.name(), renamed.in(policy.document()));
  }

  /** Whether a caller may pass the tag of the request that gains, and another one as well. */
  private Answer chosen(Answer gain, String tag, TrustCalls trust) {
    if (!gain.isYes()) {
      return gain;
    }
    Witness gained = gain.witness().orElseThrow();
    String value = gained.request().context().get(PRINCIPAL_TAG + tag).get(0);
    String key = REQUEST_TAG + tag;
    Judged call = trust.judged();
    Judged passing = trust.judgedPassing(TrustCalls.TAG_SESSION);
    KeyTest passed = KeyTest.oneOf(key, List.of(value));
    List<Requests> calls =
        CHOOSERS.stream()
            .map(kind -> trust.by(kind).where(TrustCalls.saying(key, value)).where(passed))
            .map(r -> r.where(KeyTest.oneOf(PRINCIPAL_TAG + tag, List.of(value)).negated()))
            .toList();
    Answer answer = Answer.exists(Question.of(List.of(call, passing), List.of()).ask(calls, means));
    if (!answer.isYes()) {
      return answer;
    }
    Witness taken = answer.witness().orElseThrow();
    boolean free =
        Stream.of(value + "-2", "zz-other")
            .map(other -> passing(taken.request(), key, other))
            .anyMatch(other -> trust.allows(call, other) && trust.allows(passing, other));
    return free
        ? new Answer.Yes(Grounds.witnessed(gained, taken))
        : new Answer.No(Grounds.witnessed(taken));
  }

  private static Request passing(Request request, String key, String value) {
    return new Request(
        request.principal(),
        request.action(),
        request.resource(),
        request.context().with(key, value));
  }
}
