package io.rolewright.analyze.scenario;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Given;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.Tag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads callers with the token of an OIDC provider. Claims become condition keys (R3.9, R5.13),
 * session tags and a source identity (R3.8). A token that lists roles is good for those only, so
 * that wherever it is taken {@code sts:RoleAuthorizedByIdp} is true (R3.10).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp">Passing
 *     session tags using AssumeRoleWithWebIdentity</a>
 */
final class WebIdentityReader {

  private static final String AWS = "https://aws.amazon.com/";
  private static final String TAGS = AWS + "tags";
  private static final String FLAT_TAG = TAGS + "/principal_tags/";
  private static final String FLAT_TRANSITIVE = TAGS + "/transitive_tag_keys";
  private static final String SOURCE_IDENTITY = AWS + "source_identity";
  private static final String ROLES = AWS + "roles";

  private static final String GOOGLE = "accounts.google.com";

  private static final Set<String> BUILT_IN =
      Set.of("cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com", GOOGLE);

  /** Claims that every token has and no policy can ask for. */
  private static final Set<String> PLUMBING =
      Set.of("iss", "exp", "iat", "nbf", "jti", "auth_time", "nonce", "at_hash");

  private final Problems problems;
  private final List<Tag> tags = new ArrayList<>();
  private final Map<Parameter, List<Given>> parameters = new EnumMap<>(Parameter.class);
  private Optional<List<Given>> roles = Optional.empty();
  private Context context = Context.EMPTY;

  WebIdentityReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Who> read(Fields fields) {
    Optional<String> provider = fields.text("web-identity");
    Optional<String> issuer = provider.flatMap(WebIdentityReader::issuer);
    if (provider.isPresent() && issuer.isEmpty()) {
      problems.error(
          "`"
              + provider.get()
              + "` is no OIDC provider; write its ARN, such as"
              + " `arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com`,"
              + " or one of "
              + String.join(", ", BUILT_IN.stream().sorted().map(b -> "`" + b + "`").toList()),
          fields.at("web-identity"));
    }
    if (issuer.isEmpty()) {
      return Optional.empty();
    }
    Optional<Fields> claims =
        fields.node("claims").flatMap(n -> Fields.open(n, "`claims`", problems));
    claims.ifPresent(c -> claims(c, issuer.get()));
    Caller caller = Caller.federated(Caller.Kind.WEB_IDENTITY, provider.get());
    Credentials credentials =
        Credentials.of(Credentials.Kind.WEB_IDENTITY, caller)
            .carrying(context.plus(fields.keys("keys")));
    return Optional.of(new Who(credentials, new Who.Token(tags, parameters, roles)));
  }

  private static Optional<String> issuer(String provider) {
    return BUILT_IN.contains(provider)
        ? Optional.of(provider)
        : EntityArn.of(provider, "iam", "oidc-provider").map(EntityArn::rest);
  }

  private void claims(Fields claims, String issuer) {
    boolean google = issuer.equals(GOOGLE);
    boolean party = google && claims.has("azp");
    for (ObjectNode.Member claim : claims.members()) {
      String name = claim.name();
      if (name.startsWith(AWS)) {
        aws(claim);
      } else if (party && name.equals("aud")) {
        key(issuer + ":oaud", claim);
      } else if (party && name.equals("azp")) {
        key(issuer + ":aud", claim);
      } else if (!PLUMBING.contains(name)) {
        key(issuer + ":" + name, claim);
      }
    }
  }

  private void key(String key, ObjectNode.Member claim) {
    Optional<ConditionKey> known = Catalog.shipped().conditionKey(key).key();
    if (known.isEmpty() && !key.endsWith(":oaud")) {
      problems.note(
          "AWS makes no condition key of the claim `" + claim.name() + "`; it was left out (R5.13)",
          claim.key().origin());
      return;
    }
    boolean list = known.filter(ConditionKey::multivalued).isPresent();
    Optional<List<String>> values = Values.read(claim.value());
    if (list && values.isPresent()) {
      context = context.withList(key, values.get());
    } else {
      context = Values.put(context, key, claim.value(), problems);
    }
  }

  private void aws(ObjectNode.Member claim) {
    String name = claim.name();
    if (name.equals(TAGS)) {
      tags(claim.value());
    } else if (name.startsWith(FLAT_TAG)) {
      tag(name.substring(FLAT_TAG.length()), claim);
    } else if (name.equals(FLAT_TRANSITIVE)) {
      transitive(claim.value());
    } else if (name.equals(SOURCE_IDENTITY)) {
      Values.read(claim.value())
          .filter(v -> v.size() == 1)
          .ifPresentOrElse(
              v -> parameters.put(Parameter.SOURCE_IDENTITY, given(v, claim.value())),
              () -> problems.error("`" + name + "` must be a string", claim.value().origin()));
    } else if (name.equals(ROLES)) {
      roles = Values.read(claim.value()).map(v -> given(v, claim.value()));
      context = context.with("sts:RoleAuthorizedByIdp", "true");
    } else {
      problems.error(
          "AWS knows no claim `" + name + "`; it knows `tags`, `source_identity` and `roles` there",
          claim.key().origin());
    }
  }

  private void tags(Node node) {
    Optional<Fields> fields = Fields.of(node, "`" + TAGS + "`", Vocabulary.TAG_CLAIM, problems);
    fields
        .flatMap(f -> f.node("principal_tags"))
        .flatMap(n -> Fields.open(n, "`principal_tags`", problems))
        .ifPresent(f -> f.members().forEach(m -> tag(m.name(), m)));
    fields.flatMap(f -> f.node("transitive_tag_keys")).ifPresent(this::transitive);
  }

  private void tag(String key, ObjectNode.Member member) {
    Optional<List<String>> values = Values.read(member.value()).filter(v -> v.size() == 1);
    if (values.isEmpty()) {
      problems.error(
          "the tag `" + key + "` must have one value, as a string or a list of one string",
          member.value().origin());
    }
    values.ifPresent(v -> tags.add(new Tag(key, v.get(0), member.key().origin())));
  }

  private void transitive(Node node) {
    Values.read(node)
        .ifPresentOrElse(
            v -> parameters.put(Parameter.TRANSITIVE_TAG_KEYS, given(v, node)),
            () -> problems.error("`transitive_tag_keys` must be a list of strings", node.origin()));
  }

  private static List<Given> given(List<String> values, Node node) {
    return values.stream().map(v -> new Given(v, node.origin())).toList();
  }
}
