package io.rolewright.parse.cloudformation;

import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers the policies of one role, user, group or session, in one world. */
final class Attachments {

  private final Reading reading;
  private final List<Attachment> found = new ArrayList<>();
  private final Set<String> managed = new HashSet<>();
  private boolean open;

  Attachments(Reading reading) {
    this.reading = reading;
  }

  List<Attachment> all() {
    return List.copyOf(found);
  }

  /** Whether nothing is missing: every policy's text is in the template. */
  boolean isComplete() {
    return !open && found.stream().allMatch(a -> a.document().isPresent());
  }

  /** More is attached than can be read. */
  void leaveOpen() {
    open = true;
  }

  void add(Attachment attachment) {
    found.add(attachment);
  }

  /** The policies of an IAM role, user or group: inline, managed, and attached from elsewhere. */
  void ofIdentity(Resource holder) {
    if (holder.declared()) {
      reading.items(holder, "Policies").forEach(this::inline);
      reading.items(holder, "ManagedPolicyArns").forEach(this::managed);
    }
    for (Resource policy : reading.links().policiesFor(holder)) {
      if (reading.exists(policy) && Policies.isAttached(reading, policy, holder)) {
        attached(policy);
      }
    }
  }

  /** A managed policy by its ARN. */
  void managed(Node reference) {
    Optional<Attachment> attachment = reference(reference, PolicyKind.IDENTITY);
    if (attachment.isEmpty()) {
      leaveOpen();
      reading.problems().warn("a managed policy's ARN must be text", reference.origin());
    }
    attachment.ifPresent(this::add);
    policyMeant(reference).ifPresent(p -> managed.add(p.id()));
  }

  /** The permissions boundary that a property refers to. */
  Optional<Attachment> boundary(Resource holder) {
    return reading
        .property(holder, "PermissionsBoundary")
        .flatMap(n -> reference(n, PolicyKind.BOUNDARY));
  }

  /** A document that is inline by its nature, such as a session policy. */
  void document(Resource resource, String property, PolicyKind kind) {
    Optional<Node> node = reading.property(resource, property);
    if (node.isPresent()) {
      Origin at = node.get().origin();
      PolicyDocument document = reading.document(node.get(), kind);
      add(new Attachment(at, Text.literal(at, property), false, Optional.of(document)));
    }
  }

  private Optional<Attachment> reference(Node node, PolicyKind kind) {
    Optional<Text> name = node.asScalar().flatMap(s -> reading.text(s, "policy ARN"));
    Optional<Resource> policy = name.flatMap(n -> policyMeant(node));
    return name.map(
        n ->
            new Attachment(
                node.origin(),
                n,
                true,
                policy.flatMap(p -> reading.document(p, "PolicyDocument", kind))));
  }

  private Optional<Resource> policyMeant(Node reference) {
    String shown = Pieces.shown(reference);
    return reading.meant(reference, reading.links().managedBy(shown));
  }

  /** One item of {@code Policies}: {@code PolicyName} and {@code PolicyDocument}. */
  private void inline(Node item) {
    Optional<Node> document = item.asObject().flatMap(o -> o.get("PolicyDocument"));
    if (document.isEmpty()) {
      leaveOpen();
      if (item.asScalar().filter(ScalarNode::hasHoles).isEmpty()) {
        reading.problems().warn("an inline policy needs a `PolicyDocument`", item.origin());
      }
      return;
    }
    Text name =
        item.asObject()
            .flatMap((ObjectNode o) -> o.get("PolicyName"))
            .flatMap(n -> reading.text(n, "PolicyName"))
            .orElseGet(() -> Text.literal(item.origin(), ""));
    PolicyDocument read = reading.document(document.get(), PolicyKind.IDENTITY);
    add(new Attachment(item.origin(), name, false, Optional.of(read)));
  }

  private void attached(Resource policy) {
    boolean isManaged = policy.is(ResourceNames.MANAGED_POLICY);
    if (isManaged && !managed.add(policy.id())) {
      return;
    }
    add(
        new Attachment(
            policy.at(),
            Policies.name(reading, policy),
            isManaged,
            reading.document(policy, "PolicyDocument", PolicyKind.IDENTITY)));
  }
}
