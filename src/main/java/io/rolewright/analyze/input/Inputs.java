package io.rolewright.analyze.input;

import io.rolewright.model.Inventory;
import io.rolewright.parse.CommentSuppressions;
import io.rolewright.parse.InputFormat;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.account.AccountExport;
import io.rolewright.parse.cloudformation.CloudFormation;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.RawPolicy;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file in whichever format it is. */
public final class Inputs {

  private static final List<InputFormat> FORMATS =
      List.of(new CloudFormation(), new AccountExport(), new RawPolicy());

  private final ReadOptions options;

  /** A reader that takes the caller's word for what the input does not say. */
  public Inputs(ReadOptions options) {
    this.options = options;
  }

  /**
   * What a file holds.
   *
   * @param named whether the user asked for this very file: then it is an error if nothing in it
   *     can be judged, while a file that was merely found may be anything
   */
  public Inventory read(SourceFile file, boolean named) {
    return read(tree(file), named);
  }

  /** The same of a file that {@link #tree} took apart. */
  public Inventory read(Tree tree, boolean named) {
    Optional<InputFormat> format = format(tree, named);
    Inventory inventory = format.map(f -> f.read(tree, options)).orElse(Inventory.EMPTY);
    List<Problem> problems = new ArrayList<>(syntax(tree, named, format.isPresent()));
    if (format.isEmpty() && named && problems.isEmpty()) {
      problems.add(
          Problem.error(
              "this is no policy, template or account export that Rolewright knows; "
                  + "`check --kind` reads a policy of an unusual shape",
              tree.file().at(0, 0)));
    }
    if (!inventory.isEmpty()) {
      inventory = inventory.plus(CommentSuppressions.read(tree));
    }
    return inventory.plus(Inventory.of(problems));
  }

  /** A file that is asked for under a kind is a policy, whatever it looks like. */
  private Optional<InputFormat> format(Tree tree, boolean named) {
    boolean said = named && options.kind().isPresent() && !tree.roots().isEmpty();
    return FORMATS.stream()
        .filter(f -> f.recognises(tree))
        .findFirst()
        .or(() -> said ? Optional.of(new RawPolicy()) : Optional.empty());
  }

  /** JSON where it looks like JSON; YAML, which takes most JSON too, where that fails. */
  public Tree tree(SourceFile file) {
    String name = file.name();
    boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
    if (!looksLikeJson(file.text())) {
      return YamlReader.read(file, options.limits());
    }
    Tree json = JsonReader.read(file, options.limits());
    if (json.problems().isEmpty()) {
      return json;
    }
    Tree pages = JsonReader.readSequence(file, options.limits());
    if (new AccountExport().recognises(pages)) {
      return pages;
    }
    return yaml ? YamlReader.read(file, options.limits()) : json;
  }

  private static boolean looksLikeJson(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  /**
   * Syntax errors count in a file that was asked for, and in one that shows a policy all the same;
   * in any other they are somebody else's business.
   */
  private static List<Problem> syntax(Tree tree, boolean named, boolean recognised) {
    if (named || recognised || showsPolicy(tree.file().text())) {
      return tree.problems();
    }
    return List.of();
  }

  private static boolean showsPolicy(String text) {
    boolean statement = text.contains("Statement") && text.contains("Effect");
    return statement
        && (text.contains("2012-10-17") || text.contains("Action") || text.contains("Principal"));
  }
}
