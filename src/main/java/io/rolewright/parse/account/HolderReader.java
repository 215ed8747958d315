package io.rolewright.parse.account;

import io.rolewright.model.Amount;
import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads roles, users and groups of an export with the policies they hold. */
final class HolderReader {

  private static final String ATTACHED = "AttachedManagedPolicies";

  private final Fields fields;
  private final Documents documents;
  private final ManagedPolicies managed;
  private final Optional<String> defaultAccount;

  HolderReader(
      Fields fields,
      Documents documents,
      ManagedPolicies managed,
      Optional<String> defaultAccount) {
    this.fields = fields;
    this.documents = documents;
    this.managed = managed;
    this.defaultAccount = defaultAccount;
  }

  /** The role, or nothing but a warning where it has no name. */
  Optional<Role> role(ObjectNode object) {
    return name(object, "RoleName", "role").map(name -> role(object, name));
  }

  private Role role(ObjectNode object, Text name) {
    List<Attachment> permissions = permissions(object, "RolePolicyList");
    // why: get-role and list-roles tell nothing of permissions, which is not the same as none
    boolean complete =
        object.has("RolePolicyList")
            && object.has(ATTACHED)
            && permissions.stream().allMatch(p -> p.document().isPresent());
    return new Role(
        object.origin(),
        name,
        account(object),
        fields.text(object, "Path"),
        trust(object, name),
        permissions,
        complete,
        boundary(object),
        duration(object),
        tags(object),
        "");
  }

  /** The user or group, or nothing but a warning where it has no name. */
  Optional<Identity> identity(ObjectNode object, Identity.Kind kind) {
    boolean user = kind == Identity.Kind.USER;
    return name(object, user ? "UserName" : "GroupName", user ? "user" : "group")
        .map(
            name ->
                new Identity(
                    object.origin(),
                    kind,
                    name,
                    account(object),
                    fields.text(object, "Path"),
                    permissions(object, user ? "UserPolicyList" : "GroupPolicyList"),
                    boundary(object),
                    user ? fields.texts(object, "GroupList") : List.of(),
                    tags(object),
                    ""));
  }

  private Optional<Text> name(ObjectNode object, String key, String what) {
    Optional<ScalarNode> name = fields.scalar(object, key).filter(s -> !s.text().isBlank());
    if (name.isEmpty()) {
      fields.warn("a " + what + " has no `" + key + "`; it was passed over", object.origin());
    }
    return name.map(HolderReader::literal);
  }

  private Optional<String> account(ObjectNode object) {
    return fields.text(object, "Arn").flatMap(Arn::account).or(() -> defaultAccount);
  }

  private Optional<PolicyDocument> trust(ObjectNode object, Text name) {
    Optional<Node> node = object.present("AssumeRolePolicyDocument");
    if (node.isEmpty()) {
      fields.warn(
          "role `" + name.shown() + "` has no `AssumeRolePolicyDocument`; its trust was not judged",
          object.origin());
    }
    return node.map(n -> documents.read(n, PolicyKind.TRUST));
  }

  private List<Attachment> permissions(ObjectNode object, String inlineList) {
    List<Attachment> all = new ArrayList<>();
    for (ObjectNode inline : fields.objects(object, inlineList)) {
      all.add(inline(inline));
    }
    for (ObjectNode attached : fields.objects(object, ATTACHED)) {
      fields
          .scalar(attached, "PolicyArn")
          .ifPresentOrElse(
              arn -> all.add(managed.attach(attached.origin(), arn, PolicyKind.IDENTITY)),
              () -> fields.warn("an attached policy has no `PolicyArn`", attached.origin()));
    }
    return all;
  }

  private Attachment inline(ObjectNode inline) {
    Text name =
        fields
            .scalar(inline, "PolicyName")
            .map(HolderReader::literal)
            .orElseGet(() -> Text.literal(inline.origin(), ""));
    Optional<PolicyDocument> document =
        inline.present("PolicyDocument").map(n -> documents.read(n, PolicyKind.IDENTITY));
    if (document.isEmpty()) {
      fields.warn("inline policy `" + name.shown() + "` has no `PolicyDocument`", inline.origin());
    }
    return new Attachment(inline.origin(), name, false, document);
  }

  private Optional<Attachment> boundary(ObjectNode object) {
    Optional<ObjectNode> boundary = fields.object(object, "PermissionsBoundary");
    return boundary
        .flatMap(b -> fields.scalar(b, "PermissionsBoundaryArn"))
        .map(arn -> managed.attach(boundary.get().origin(), arn, PolicyKind.BOUNDARY));
  }

  private Optional<Amount> duration(ObjectNode object) {
    return fields
        .scalar(object, "MaxSessionDuration")
        .map(s -> new Amount(s.origin(), seconds(s), literal(s)));
  }

  private OptionalLong seconds(ScalarNode scalar) {
    try {
      return OptionalLong.of(Long.parseLong(scalar.text()));
    } catch (NumberFormatException e) {
      fields.warn("`MaxSessionDuration` must be a number of seconds", scalar.origin());
      return OptionalLong.empty();
    }
  }

  private Map<String, String> tags(ObjectNode object) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (ObjectNode tag : fields.objects(object, "Tags")) {
      fields
          .scalar(tag, "Key")
          .ifPresent(
              key ->
                  tags.put(
                      key.text(), fields.scalar(tag, "Value").map(ScalarNode::text).orElse("")));
    }
    return tags;
  }

  private static Text literal(ScalarNode scalar) {
    return Text.literal(scalar.origin(), scalar.text());
  }
}
