package io.rolewright.rule.session;

import io.rolewright.model.Amount;
import io.rolewright.model.Attachment;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Text;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.solve.Means;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes policies, roles and grants of the short notation of these tests: statements divided by
 * semicolons, {@code allow s3:Get*,s3:Put* on arn:aws:s3:::b/* to {"AWS": "*"} if {...}}, of which
 * {@code on}, {@code to} and {@code if} may be left out. A word that begins with {@code arn:} or
 * with an at sign is a managed policy that is not in the input.
 */
final class Written {

  static final String ACCOUNT = "111122223333";
  static final Origin AT = SourceFile.of("test.json", "").whole();

  private Written() {}

  static PolicyDocument policy(String statements, PolicyKind kind) {
    String json =
        Stream.of(statements.split(";"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .map(s -> statement(s, kind))
            .collect(
                Collectors.joining(", ", "{\"Version\": \"2012-10-17\", \"Statement\": [", "]}"));
    SourceFile file = SourceFile.of("policy.json", json);
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
  }

  private static String statement(String text, PolicyKind kind) {
    String rest = text;
    String condition = after(rest, " if ");
    rest = before(rest, " if ");
    String principal = after(rest, " to ");
    rest = before(rest, " to ");
    String resource = after(rest, " on ");
    rest = before(rest, " on ");
    String[] words = rest.split(" ");
    String effect = words[0].equals("allow") ? "Allow" : "Deny";
    StringBuilder json = new StringBuilder("{\"Effect\": \"" + effect + "\", ");
    json.append("\"Action\": ").append(list(words[1]));
    if (!principal.isEmpty()) {
      json.append(", \"Principal\": ").append(principal);
    }
    if (kind != PolicyKind.TRUST) {
      json.append(", \"Resource\": ").append(list(resource.isEmpty() ? "*" : resource));
    }
    if (!condition.isEmpty()) {
      json.append(", \"Condition\": ").append(condition);
    }
    return json.append("}").toString();
  }

  private static String after(String text, String word) {
    int at = text.indexOf(word);
    return at < 0 ? "" : text.substring(at + word.length()).strip();
  }

  private static String before(String text, String word) {
    int at = text.indexOf(word);
    return at < 0 ? text : text.substring(0, at).strip();
  }

  private static String list(String words) {
    return Stream.of(words.split(","))
        .map(w -> "\"" + w.strip() + "\"")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  static List<Attachment> attached(String policies, PolicyKind kind) {
    if (policies == null || policies.isBlank() || policies.equals("-")) {
      return List.of();
    }
    List<Attachment> all = new ArrayList<>();
    List<String> inline = new ArrayList<>();
    for (String part : policies.split(";")) {
      String word = part.strip();
      if (word.startsWith("arn:")) {
        all.add(new Attachment(AT, Text.literal(AT, word), true, Optional.empty()));
      } else {
        inline.add(word);
      }
    }
    if (!inline.isEmpty()) {
      PolicyDocument document = policy(String.join(";", inline), kind);
      all.add(new Attachment(AT, Text.literal(AT, "inline"), false, Optional.of(document)));
    }
    return all;
  }

  static Role role(String name, String policies, String boundary, String trust) {
    List<Attachment> permissions = attached(policies, PolicyKind.IDENTITY);
    return new Role(
        AT,
        Text.literal(AT, name),
        Optional.of(ACCOUNT),
        Optional.of("/"),
        trust.isEmpty() ? Optional.empty() : Optional.of(policy(trust, PolicyKind.TRUST)),
        permissions,
        permissions.stream().allMatch(p -> p.document().isPresent()),
        attached(boundary, PolicyKind.BOUNDARY).stream().findFirst(),
        Optional.empty(),
        Map.of(),
        "");
  }

  static Role with(Role r, Map<String, String> tags, Optional<Amount> duration) {
    return new Role(
        r.origin(),
        r.name(),
        r.account(),
        r.path(),
        r.trust(),
        r.permissions(),
        r.complete(),
        r.boundary(),
        duration,
        tags,
        r.world());
  }

  static Role open(Role r) {
    return new Role(
        r.origin(),
        r.name(),
        r.account(),
        r.path(),
        r.trust(),
        r.permissions(),
        false,
        r.boundary(),
        r.maxSessionDuration(),
        r.tags(),
        r.world());
  }

  static SessionGrant grant(String session, String... roles) {
    return grant(SessionGrant.Kind.ROLES_ANYWHERE_PROFILE, session, Optional.empty(), roles);
  }

  static SessionGrant grant(
      SessionGrant.Kind kind, String session, Optional<Amount> duration, String... roles) {
    return new SessionGrant(
        AT,
        kind,
        Text.literal(AT, "grant"),
        Stream.of(roles).map(role -> Text.literal(AT, role)).toList(),
        attached(session, PolicyKind.SESSION),
        duration,
        "");
  }

  static Amount seconds(long seconds) {
    return new Amount(AT, OptionalLong.of(seconds), Text.literal(AT, "" + seconds));
  }

  static StandalonePolicy resource(String policy) {
    return new StandalonePolicy(
        PolicyKind.RESOURCE,
        Text.literal(AT, "resource"),
        Optional.of(ACCOUNT),
        policy(policy, PolicyKind.RESOURCE),
        "");
  }

  static Inventory inventory(
      List<Role> roles, List<SessionGrant> grants, List<StandalonePolicy> policies) {
    return new Inventory(roles, List.of(), grants, policies, List.of(), List.of());
  }

  static SessionQuestions ask(Inventory inventory) {
    return SessionQuestions.of(inventory, Means.ordinary());
  }

  static String word(Answer answer) {
    return answer.match(new Answer.Cases<>(yes -> "yes", no -> "no", open -> "open"));
  }
}
