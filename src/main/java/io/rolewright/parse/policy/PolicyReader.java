package io.rolewright.parse.policy;

import io.rolewright.model.Defect;
import io.rolewright.model.Defect.Kind;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.Version;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a policy document in every legal shape (R1.1 to R1.9), and of an illegal one all that can
 * be read. Never throws; what breaks the grammar is a defect of the document.
 */
public final class PolicyReader {

  private static final List<String> ELEMENTS = List.of("Version", "Id", "Statement");

  private final Limits limits;

  public PolicyReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * The document that {@code node} holds.
   *
   * @param node an object, or a string that holds the document as JSON text
   * @param kind decides which elements statements may and must have (R1.5)
   */
  public PolicyDocument read(Node node, PolicyKind kind) {
    return node.match(
        object -> withLegalText(object, kind),
        array -> unreadable(array.origin(), "a policy document must be an object, not a list"),
        scalar -> embedded(scalar, kind));
  }

  private static PolicyDocument withLegalText(ObjectNode object, PolicyKind kind) {
    PolicyDocument document = read(object, kind, DocumentSize.of(object));
    return LegalCharacters.inTree(object, kind).map(document::with).orElse(document);
  }

  private PolicyDocument embedded(ScalarNode scalar, PolicyKind kind) {
    if (scalar.isNull() || scalar.text().isBlank()) {
      return unreadable(scalar.origin(), "the policy document is empty");
    }
    if (scalar.hasHoles() && scalar.text().indexOf('{') < 0) {
      return unknown(scalar);
    }
    JsonReader.Embedded read = JsonReader.readEmbedded(scalar.characters(), limits);
    if (read.problem().isPresent()) {
      return unreadable(
          read.problem().get().at(),
          "the policy text is no valid JSON: " + read.problem().get().message());
    }
    return read.root()
        .flatMap(Node::asObject)
        .map(object -> read(object, kind, DocumentSize.of(object, scalar.characters())))
        .map(d -> LegalCharacters.in(scalar.characters(), kind).map(d::with).orElse(d))
        .orElseGet(() -> unreadable(scalar.origin(), "a policy document must be an object"));
  }

  private static PolicyDocument read(ObjectNode object, PolicyKind kind, PolicyDocument.Size size) {
    List<Defect> defects = new ArrayList<>();
    ElementNames.check(object, ELEMENTS, "a policy document", defects);
    Optional<Node> versionNode = object.get("Version");
    Version version = version(versionNode, defects);
    List<Statement> statements = statements(object, kind, version, defects);
    Duplicates.find(object, defects);
    defects.sort((a, b) -> Origin.BY_PLACE.compare(a.at(), b.at()));
    Optional<Text> versionAt =
        versionNode.flatMap(Node::asScalar).map(s -> TextReader.read(s, false));
    return new PolicyDocument(object.origin(), version, versionAt, statements, defects, size);
  }

  private static Version version(Optional<Node> node, List<Defect> defects) {
    if (node.isEmpty()) {
      return Version.ABSENT;
    }
    String text = node.get().asScalar().map(ScalarNode::text).orElse("");
    if (text.equals("2012-10-17")) {
      return Version.V2012_10_17;
    }
    if (text.equals("2008-10-17")) {
      return Version.V2008_10_17;
    }
    if (node.get().asScalar().filter(ScalarNode::hasHoles).isPresent()) {
      return Version.V2012_10_17;
    }
    defects.add(
        new Defect(
            Kind.INVALID_VERSION,
            node.get().origin(),
            "`" + text + "` is no policy version; the versions are `2012-10-17` and `2008-10-17`",
            "write \"Version\": \"2012-10-17\""));
    return Version.INVALID;
  }

  private static List<Statement> statements(
      ObjectNode object, PolicyKind kind, Version version, List<Defect> defects) {
    Optional<Node> node = object.get("Statement");
    if (node.isEmpty()) {
      if (!ElementNames.isMisspelt(object, "Statement", ELEMENTS)) {
        defects.add(
            new Defect(
                Kind.MISSING_ELEMENT,
                object.origin(),
                "the policy has no `Statement`",
                "add a `Statement` with at least one statement"));
      }
      return List.of();
    }
    StatementReader reader = new StatementReader(kind, version, defects);
    List<Node> nodes = node.get().itemsOrSelf();
    if (nodes.isEmpty()) {
      defects.add(
          new Defect(
              Kind.EMPTY_ELEMENT,
              node.get().origin(),
              "the policy has no statements",
              "add at least one statement"));
    }
    List<Statement> statements = new ArrayList<>();
    nodes.forEach(n -> reader.read(n).ifPresent(statements::add));
    Sids.check(statements, kind, defects);
    return statements;
  }

  private static PolicyDocument unreadable(Origin at, String message) {
    return new PolicyDocument(
        at,
        Version.ABSENT,
        Optional.empty(),
        List.of(),
        List.of(new Defect(Kind.SYNTAX, at, message, "write the policy as a JSON object")),
        new PolicyDocument.Size(0, 0, true));
  }

  /** A document that a template leaves open as a whole: its statements may say anything. */
  private static PolicyDocument unknown(ScalarNode scalar) {
    return new PolicyDocument(
        scalar.origin(),
        Version.V2012_10_17,
        Optional.empty(),
        List.of(StatementReader.unknown(scalar)),
        List.of(),
        new PolicyDocument.Size(0, 0, false));
  }
}
