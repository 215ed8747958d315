package io.rolewright.parse.cloudformation;

import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads templates written in tests. */
final class Templates {

  private Templates() {}

  static Inventory read(String json) {
    return read(json, ReadOptions.DEFAULT);
  }

  static Inventory read(String json, ReadOptions options) {
    return new CloudFormation().read(tree(json), options);
  }

  static Inventory readIn(String account, String json) {
    return read(json, new ReadOptions(Optional.of(account), Optional.empty(), Limits.DEFAULT));
  }

  static Tree tree(String json) {
    return JsonReader.read(SourceFile.of("template.json", json), Limits.DEFAULT);
  }

  static List<String> messages(Inventory inventory) {
    return inventory.problems().stream().map(Problem::message).toList();
  }

  /** The only role, which must exist in one form only. */
  static Role role(Inventory inventory) {
    if (inventory.roles().size() != 1) {
      throw new AssertionError("not one role: " + inventory.roles());
    }
    return inventory.roles().get(0);
  }

  static List<String> principals(PolicyDocument document) {
    return document.statements().stream()
        .flatMap(s -> s.principal().patterns().stream())
        .map(p -> p.shown())
        .toList();
  }

  static List<String> actions(PolicyDocument document) {
    return document.statements().stream()
        .flatMap((Statement s) -> s.action().patterns().stream())
        .map(t -> t.shown())
        .toList();
  }
}
