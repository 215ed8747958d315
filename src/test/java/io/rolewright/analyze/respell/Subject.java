package io.rolewright.analyze.respell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Result;
import io.rolewright.analyze.TextInput;
import io.rolewright.model.PolicyKind;
import io.rolewright.rule.Finding;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleExample.ExampleFile;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * An example as trees, with all that is known beside the policies: whose they are, of what kind.
 */
final class Subject {

  private static final Analyzer ANALYZER = new Analyzer();
  private static final String CONFIGURATION = "rolewright.yaml";

  /** Of YAML: what it stands for is written once, and twice in a tree. */
  private static final Pattern ALIAS = Pattern.compile("[:-] \\*\\w+\\s*$", Pattern.MULTILINE);

  private final List<ExampleFile> files = new ArrayList<>();
  private final List<JsonNode> trees = new ArrayList<>();
  private final Optional<SourceFile> configuration;

  private Optional<List<Finding>> original = Optional.empty();

  private Subject(Optional<SourceFile> configuration) {
    this.configuration = configuration;
  }

  /** Nothing where a file of the example is more than a tree shows. */
  static Optional<Subject> of(RuleExample example) {
    Subject subject =
        new Subject(
            example.files().stream()
                .filter(f -> f.name().equals(CONFIGURATION))
                .map(f -> SourceFile.of(f.name(), f.text()))
                .findFirst());
    for (ExampleFile file : example.files()) {
      if (!file.name().equals(CONFIGURATION)) {
        subject.files.add(file);
        Read.tree(file.text()).ifPresent(subject.trees::add);
      }
    }
    boolean whole = subject.files.size() == subject.trees.size();
    return Optional.of(subject).filter(s -> whole);
  }

  /** The trust policy, where the example is one and nothing else. */
  Optional<JsonNode> trust() {
    return only("role ");
  }

  /** The identity policy, where the example is one and nothing else. */
  Optional<JsonNode> identity() {
    return only("identity policy ");
  }

  private Optional<JsonNode> only(String subject) {
    boolean one = trees.size() == 1 && trees.get(0).path("Statement").isContainerNode();
    return one && said().stream().allMatch(f -> f.subject().startsWith(subject))
        ? Optional.of(trees.get(0))
        : Optional.empty();
  }

  /** Whether all of it is written in JSON. */
  boolean isJson() {
    return files.stream().allMatch(f -> f.name().endsWith(".json"));
  }

  /** Whether some policy is another after the change. */
  boolean changes(UnaryOperator<ObjectNode> change) {
    return trees.stream().anyMatch(tree -> !Policies.changed(tree, change).equals(tree));
  }

  /** Whether a rule speaks of the example as it stands. */
  boolean says(String rule) {
    return said().stream().anyMatch(f -> f.rule().id().equals(rule));
  }

  /** Who owns what is in the first file. */
  Optional<String> account() {
    return Optional.ofNullable(files.get(0).attributes().get("account"));
  }

  /** What all rules say of the example as it stands. */
  List<Finding> said() {
    if (original.isEmpty() && files.stream().anyMatch(f -> ALIAS.matcher(f.text()).find())) {
      original = Optional.of(said(Written::json));
    }
    if (original.isEmpty()) {
      List<SourceFile> asIs = files.stream().map(f -> SourceFile.of(f.name(), f.text())).toList();
      original = Optional.of(said(asIs));
    }
    return original.get();
  }

  /** What all rules say of the example written otherwise. */
  List<Finding> said(BiFunction<String, JsonNode, SourceFile> write) {
    List<SourceFile> written = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String name = files.get(i).name();
      written.add(write.apply(name.substring(0, name.lastIndexOf('.')), trees.get(i)));
    }
    return said(written);
  }

  private List<Finding> said(List<SourceFile> written) {
    List<TextInput> inputs = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      Optional<String> kind = Optional.ofNullable(files.get(i).attributes().get("kind"));
      Optional<String> account = Optional.ofNullable(files.get(i).attributes().get("account"));
      inputs.add(new TextInput(written.get(i), account, kind.flatMap(PolicyKind::named)));
    }
    return ANALYZER.analyze(inputs, configuration, Profile.STRICT).open().stream()
        .map(Result::finding)
        .toList();
  }
}
