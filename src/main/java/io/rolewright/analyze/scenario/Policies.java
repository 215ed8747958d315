package io.rolewright.analyze.scenario;

import io.rolewright.model.Attachment;
import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.Validity;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a policy wherever a scenario has one: an object, JSON text, a path, an object of {@code
 * file} or {@code document} and {@code name}, or the ARN of a managed policy.
 */
final class Policies {

  private final ScenarioFiles files;
  private final Directory directory;
  private final Assumptions assumptions;
  private final Problems problems;
  private final PolicyReader reader;

  Policies(
      ScenarioFiles files,
      Directory directory,
      Assumptions assumptions,
      Limits limits,
      Problems problems) {
    this.files = files;
    this.directory = directory;
    this.assumptions = assumptions;
    this.problems = problems;
    this.reader = new PolicyReader(limits);
  }

  /**
   * A policy with its text as a caller would send it.
   *
   * @param text as written; of a policy that is written as an object its JSON without blanks
   */
  record Read(NamedPolicy policy, String text) {}

  /**
   * The policy of a field.
   *
   * @param name what to call it where it has no name
   */
  Optional<NamedPolicy> field(Fields fields, String field, PolicyKind kind, String name) {
    return fields.node(field).flatMap(n -> read(n, kind, name)).map(Read::policy);
  }

  /**
   * The permissions boundary: what a field says goes before what a file has.
   *
   * @param said where the scenario may say it
   * @param stored with the user or role of a file
   */
  Optional<NamedPolicy> boundary(Optional<Fields> said, Optional<Attachment> stored) {
    return said.filter(fields -> fields.has("boundary")).isPresent()
        ? field(said.get(), "boundary", PolicyKind.BOUNDARY, "boundary")
        : stored.map(b -> attached(b, PolicyKind.BOUNDARY));
  }

  /** The policies of a field that holds a list. */
  List<NamedPolicy> fieldList(Fields fields, String field, PolicyKind kind) {
    return list(fields.list(field), kind, kind.shown() + " policy");
  }

  /** Several policies. */
  List<NamedPolicy> list(List<Node> nodes, PolicyKind kind, String name) {
    List<NamedPolicy> policies = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      String shown = nodes.size() == 1 ? name : name + " " + (i + 1);
      read(nodes.get(i), kind, shown).map(Read::policy).ifPresent(policies::add);
    }
    return policies;
  }

  /** One policy; nothing but errors where there is none. */
  Optional<Read> read(Node node, PolicyKind kind, String name) {
    return node.match(
        object ->
            object.has("file") || object.has("document")
                ? reference(object, kind, name)
                : Optional.of(document(object, kind, name)),
        array -> {
          problems.error("a policy must be an object or a string, not a list", array.origin());
          return Optional.empty();
        },
        scalar -> scalar(scalar, kind, name));
  }

  private Optional<Read> reference(Node node, PolicyKind kind, String name) {
    Fields fields = Fields.of(node, "a policy", Vocabulary.POLICY, problems).orElseThrow();
    Optional<String> shown = fields.text("name");
    if (fields.has("file") && fields.has("document")) {
      problems.error("a policy has a `file` or a `document`, not both", fields.nameAt("file"));
    }
    Optional<Node> document = fields.node("document");
    return document.isPresent()
        ? read(document.get(), kind, shown.orElse(name))
        : fields.scalar("file").flatMap(f -> file(f, kind, shown.orElse(f.text())));
  }

  private Optional<Read> scalar(ScalarNode scalar, PolicyKind kind, String name) {
    String text = scalar.text().strip();
    if (text.startsWith("{")) {
      return Optional.of(document(scalar, kind, name));
    }
    if (text.startsWith("arn:") || Managed.isWellKnown(text)) {
      return Optional.of(new Read(managed(text, scalar.origin(), kind), text));
    }
    if (text.indexOf('/') >= 0 || text.matches(".*\\.(json|ya?ml)")) {
      return file(scalar, kind, text);
    }
    problems.error(
        "`"
            + text
            + "` is no policy; write an object, JSON text, a path such as `policy.json`, "
            + "or the ARN of a managed policy",
        scalar.origin());
    return Optional.empty();
  }

  private Optional<Read> file(ScalarNode path, PolicyKind kind, String name) {
    Optional<SourceFile> file = files.open(path.text().strip(), path.origin());
    Optional<Node> root = file.flatMap(files::root);
    Optional<Node> document = root.flatMap(Policies::unwrapped);
    if (root.isPresent() && document.isEmpty()) {
      problems.error("`" + path.text() + "` holds no policy", path.origin());
    }
    boolean whole = document.isPresent() && document.get() == root.get();
    return document
        .map(d -> document(d, kind, name))
        .map(
            r ->
                whole && CompactJson.isJson(root.get())
                    ? new Read(r.policy(), file.get().text())
                    : r);
  }

  /** The policy in a file: the file itself, or what AWS's command line wraps around it. */
  private static Optional<Node> unwrapped(Node root) {
    Optional<ObjectNode> object = root.asObject();
    if (object.isEmpty() || object.get().has("Statement")) {
      return object.map(o -> root);
    }
    for (String wrapper : List.of("PolicyDocument", "Document", "Policy")) {
      if (object.get().has(wrapper)) {
        return object.get().get(wrapper);
      }
    }
    return object
        .get()
        .get("PolicyVersion")
        .flatMap(Policies::unwrapped)
        .or(() -> Optional.of(root));
  }

  private Read document(Node node, PolicyKind kind, String name) {
    PolicyDocument document = reader.read(node, kind);
    for (Defect defect : defects(document, kind)) {
      problems.error(defect.message() + "; " + defect.fix(), defect.at());
    }
    String text = node.asScalar().map(ScalarNode::text).orElseGet(() -> CompactJson.of(node));
    return new Read(new NamedPolicy(name, document), text);
  }

  private List<Defect> defects(PolicyDocument document, PolicyKind kind) {
    return Validity.defects(document, kind, assumptions);
  }

  /** What a managed policy says; unknown, with a warning, where nobody has its document. */
  NamedPolicy managed(String arn, Origin at, PolicyKind kind) {
    Optional<PolicyDocument> document =
        directory.managed(arn).or(() -> Managed.wellKnown(arn, reader, kind));
    if (document.isEmpty()) {
      problems.warning(
          "what the managed policy `"
              + arn
              + "` says is in none of the files, so it counts as unknown; add it under"
              + " `managed-policies`",
          at);
    }
    return new NamedPolicy(arn, document.orElseGet(() -> Managed.unknown(at)));
  }

  /** A policy that a role or user of a file holds. What is wrong with it is a warning. */
  NamedPolicy attached(Attachment attachment, PolicyKind kind) {
    if (attachment.document().isEmpty()) {
      return managed(attachment.name().shown(), attachment.origin(), kind);
    }
    return stored(attachment.name().shown(), attachment.document().get(), kind);
  }

  /** A policy that a file says AWS has. */
  NamedPolicy stored(String name, PolicyDocument document, PolicyKind kind) {
    if (document.isOpen()) {
      problems.warning(
          "the template leaves the policy `" + name + "` open, so it counts as unknown",
          document.origin());
      return new NamedPolicy(name, Managed.unknown(document.origin()));
    }
    for (Defect defect : defects(document, kind)) {
      problems.warning(defect.message() + "; " + defect.fix(), defect.at());
    }
    return new NamedPolicy(name, document);
  }
}
