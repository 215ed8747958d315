package io.rolewright.parse.policy;

import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.StandalonePolicy;
import io.rolewright.model.Text;
import io.rolewright.parse.InputFormat;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files that hold a policy document and nothing else, in JSON or YAML; also a list of such
 * documents, or several YAML documents in one file.
 *
 * <p>A document that is meant as a policy but breaks the grammar, even in the name of {@code
 * Statement}, is taken, so that it can be reported. What a policy is for is told by the caller, by
 * a word in the file's name ({@code trust}, {@code session}, {@code boundary}, {@code scp}, {@code
 * rcp}), or by the shape of the document; {@link KindDetection} has the law.
 *
 * <p>A trust policy becomes a role of the file's name of which nothing else is known, so that rules
 * about roles see it; every other policy stands on its own. Where a file holds several, their names
 * end in {@code #1}, {@code #2} and so on.
 */
public final class RawPolicy implements InputFormat {

  @Override
  public boolean recognises(Tree tree) {
    return documents(tree).stream().anyMatch(object -> PolicyShape.of(object).isPresent());
  }

  @Override
  public Inventory read(Tree tree, ReadOptions options) {
    PolicyReader reader = new PolicyReader(options.limits());
    FileName file = FileName.of(tree.file());
    List<ObjectNode> objects = policies(tree, options);
    List<Role> roles = new ArrayList<>();
    List<StandalonePolicy> policies = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      PolicyKind kind = kind(objects.get(i), file, options);
      PolicyDocument document = reader.read(objects.get(i), kind);
      String name = objects.size() == 1 ? file.stem() : file.stem() + "#" + (i + 1);
      Text text = Text.literal(document.origin(), name);
      if (kind == PolicyKind.TRUST) {
        roles.add(role(text, document, options));
      } else {
        policies.add(new StandalonePolicy(kind, text, options.account(), document, ""));
      }
    }
    return new Inventory(roles, List.of(), List.of(), policies, List.of(), List.of());
  }

  /** Where the caller says the kind and nothing looks like a policy, all objects are meant. */
  private static List<ObjectNode> policies(Tree tree, ReadOptions options) {
    List<ObjectNode> all = documents(tree);
    List<ObjectNode> policies =
        all.stream().filter(object -> PolicyShape.of(object).isPresent()).toList();
    return policies.isEmpty() && options.kind().isPresent() ? all : policies;
  }

  private static PolicyKind kind(ObjectNode object, FileName file, ReadOptions options) {
    return PolicyShape.of(object)
        .map(shape -> KindDetection.detect(shape, file, options.kind()))
        .or(options::kind)
        .orElse(PolicyKind.IDENTITY);
  }

  private static Role role(Text name, PolicyDocument trust, ReadOptions options) {
    return new Role(
        trust.origin(),
        name,
        options.account(),
        Optional.empty(),
        Optional.of(trust),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        "");
  }

  private static List<ObjectNode> documents(Tree tree) {
    List<ObjectNode> documents = new ArrayList<>();
    for (Node root : tree.roots()) {
      List<Node> nodes = root.match(List::<Node>of, array -> array.items(), List::<Node>of);
      nodes.forEach(node -> node.asObject().ifPresent(documents::add));
    }
    return documents;
  }
}
