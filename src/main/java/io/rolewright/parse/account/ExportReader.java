package io.rolewright.parse.account;

import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Text;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.policy.FileName;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all pages of one export together: managed policies first, then who holds them. */
final class ExportReader {

  private final SourceFile file;
  private final ReadOptions options;
  private final List<Problem> problems = new ArrayList<>();
  private final Fields fields = new Fields(problems);
  private final Documents documents;
  private final ManagedPolicies managed;
  private final HolderReader holders;
  private final List<Role> roles = new ArrayList<>();
  private final List<Identity> identities = new ArrayList<>();
  private final List<StandalonePolicy> policies = new ArrayList<>();

  ExportReader(SourceFile file, ReadOptions options) {
    this.file = file;
    this.options = options;
    this.documents = new Documents(options.limits());
    this.managed = new ManagedPolicies(fields, documents);
    this.holders = new HolderReader(fields, documents, managed, options.account());
  }

  Inventory read(List<ObjectNode> pages) {
    pages.forEach(page -> fields.objects(page, "Policies").forEach(managed::add));
    pages.forEach(this::page);
    policies.addAll(managed.unused());
    if (!pages.isEmpty()) {
      truncation(pages.get(pages.size() - 1));
    }
    return new Inventory(roles, identities, List.of(), policies, List.of(), problems);
  }

  private void page(ObjectNode page) {
    add(fields.objects(page, "RoleDetailList"));
    add(fields.objects(page, "Roles"));
    fields.object(page, "Role").ifPresent(role -> add(List.of(role)));
    if (AccountExport.isRole(page)) {
      add(List.of(page));
    }
    identities(page, "UserDetailList", Identity.Kind.USER);
    identities(page, "GroupDetailList", Identity.Kind.GROUP);
    fields.object(page, "PolicyVersion").ifPresent(this::version);
    if (AccountExport.isInlinePolicy(page)) {
      inline(page);
    }
  }

  private void add(List<ObjectNode> found) {
    found.forEach(role -> holders.role(role).ifPresent(roles::add));
  }

  private void identities(ObjectNode page, String list, Identity.Kind kind) {
    fields
        .objects(page, list)
        .forEach(object -> holders.identity(object, kind).ifPresent(identities::add));
  }

  /** A version does not say of which policy it is: the file's name has to serve. */
  private void version(ObjectNode version) {
    Optional<Node> document = version.present("Document");
    Text name = Text.literal(version.origin(), FileName.of(file).stem());
    document.ifPresentOrElse(
        d -> standalone(d, name),
        () -> fields.warn("the policy version has no `Document`", version.origin()));
  }

  private void inline(ObjectNode policy) {
    Optional<Text> name =
        fields.scalar(policy, "PolicyName").map(s -> Text.literal(s.origin(), s.text()));
    Text shown = name.orElseGet(() -> Text.literal(policy.origin(), FileName.of(file).stem()));
    policy.present("PolicyDocument").ifPresent(d -> standalone(d, shown));
  }

  private void standalone(Node document, Text name) {
    policies.add(
        new StandalonePolicy(
            PolicyKind.IDENTITY,
            name,
            options.account(),
            documents.read(document, PolicyKind.IDENTITY),
            ""));
  }

  /** The last page says whether another should have followed. */
  private void truncation(ObjectNode last) {
    boolean truncated =
        fields.text(last, "IsTruncated").filter("true"::equalsIgnoreCase).isPresent()
            || fields.text(last, "NextToken").isPresent();
    if (truncated) {
      Origin at =
          last.member("IsTruncated")
              .or(() -> last.member("NextToken"))
              .orElseThrow()
              .key()
              .origin();
      fields.warn("the export stops before its end; what the next pages hold was not judged", at);
    }
  }
}
