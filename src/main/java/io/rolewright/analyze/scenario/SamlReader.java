package io.rolewright.analyze.scenario;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Given;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.Tag;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads callers with the assertion of a SAML provider. Attributes become session tags, parameters
 * of the call (R3.6) and {@code saml:} keys.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">Configure
 *     SAML assertions for the authentication response</a>
 */
final class SamlReader {

  private static final String AWS = "https://aws.amazon.com/SAML/Attributes/";
  private static final String TAG = "PrincipalTag:";

  private static final Map<String, Parameter> PARAMETERS =
      Map.of(
          "RoleSessionName", Parameter.ROLE_SESSION_NAME,
          "SourceIdentity", Parameter.SOURCE_IDENTITY,
          "SessionDuration", Parameter.DURATION_SECONDS,
          "TransitiveTagKeys", Parameter.TRANSITIVE_TAG_KEYS);

  private final Problems problems;
  private final List<Tag> tags = new ArrayList<>();
  private final Map<Parameter, List<Given>> parameters = new EnumMap<>(Parameter.class);
  private Optional<List<Given>> roles = Optional.empty();
  private Context context = Context.EMPTY;

  SamlReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Who> read(Fields fields) {
    Optional<EntityArn> provider = new ArnFields(problems).samlProvider(fields, "saml");
    if (provider.isEmpty()) {
      return Optional.empty();
    }
    EntityArn arn = provider.get();
    context = context.with("saml:doc", arn.account() + "/" + arn.name());
    Optional<Fields> attributes =
        fields.node("attributes").flatMap(n -> Fields.open(n, "`attributes`", problems));
    attributes.ifPresent(a -> a.members().forEach(this::attribute));
    parameters.put(Parameter.PRINCIPAL_ARN, List.of(new Given(arn.toString(), fields.at("saml"))));
    Caller caller = Caller.federated(Caller.Kind.SAML, arn.toString());
    Credentials credentials =
        Credentials.of(Credentials.Kind.SAML, caller).carrying(context.plus(fields.keys("keys")));
    return Optional.of(new Who(credentials, new Who.Token(tags, parameters, roles)));
  }

  private void attribute(ObjectNode.Member attribute) {
    Optional<List<String>> values = Values.read(attribute.value()).filter(v -> !v.isEmpty());
    if (values.isEmpty()) {
      problems.error(
          "the attribute `" + attribute.name() + "` must be a string or a list of strings",
          attribute.value().origin());
    } else if (attribute.name().startsWith(AWS)) {
      aws(attribute.name().substring(AWS.length()), attribute, values.get());
    } else {
      key(attribute, values.get());
    }
  }

  private void aws(String name, ObjectNode.Member attribute, List<String> values) {
    List<Given> given = values.stream().map(v -> new Given(v, attribute.value().origin())).toList();
    boolean list = name.equals("Role") || name.equals("TransitiveTagKeys");
    if (!list && values.size() > 1) {
      problems.error(
          "the attribute `" + name + "` must have one value", attribute.value().origin());
    } else if (name.startsWith(TAG)) {
      tags.add(new Tag(name.substring(TAG.length()), values.get(0), attribute.key().origin()));
    } else if (name.equals("Role")) {
      roles = Optional.of(given);
    } else if (PARAMETERS.containsKey(name)) {
      parameters.put(PARAMETERS.get(name), given);
    } else {
      problems.error(
          "AWS knows no attribute `"
              + AWS
              + name
              + "`; it knows `Role`, `RoleSessionName`, `SessionDuration`, `SourceIdentity`,"
              + " `TransitiveTagKeys` and `PrincipalTag:` with a tag's key",
          attribute.key().origin());
    }
  }

  /** The end that the assertion sets to sessions (R3.6); no condition key. */
  private void end(ObjectNode.Member attribute, List<String> values) {
    try {
      Instant end = Instant.parse(values.get(0));
      context = context.with(Credentials.SESSION_NOT_ON_OR_AFTER, end.toString());
    } catch (DateTimeParseException noInstant) {
      problems.error(
          "`" + values.get(0) + "` is no time; write one such as `2026-11-23T18:00:00Z`",
          attribute.value().origin());
    }
  }

  /** An attribute under the name of its key, with or without {@code saml:}. */
  private void key(ObjectNode.Member attribute, List<String> values) {
    String name = attribute.name();
    boolean full = name.regionMatches(true, 0, "saml:", 0, "saml:".length());
    String key = full ? name : "saml:" + name;
    if (key.equalsIgnoreCase(Credentials.SESSION_NOT_ON_OR_AFTER)) {
      end(attribute, values);
      return;
    }
    Optional<ConditionKey> known = Catalog.shipped().conditionKey(key).key();
    if (known.isEmpty()) {
      problems.note(
          "AWS makes no condition key of the attribute `" + name + "`; it was left out",
          attribute.key().origin());
    } else if (known.get().multivalued() || values.size() > 1) {
      context = context.withList(key, values);
    } else {
      context = context.with(key, values);
    }
  }
}
