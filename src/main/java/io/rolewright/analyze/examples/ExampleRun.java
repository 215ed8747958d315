package io.rolewright.analyze.examples;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Result;
import io.rolewright.analyze.TextInput;
import io.rolewright.model.PolicyKind;
import io.rolewright.rule.Finding;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleExample.ExampleFile;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all rules together say of an example of a rule file. */
public final class ExampleRun {

  private final Analysis analysis;

  private ExampleRun(Analysis analysis) {
    this.analysis = analysis;
  }

  /** Judges the files of an example by the shipped rules, as if they stood in one folder. */
  public static ExampleRun of(RuleExample example) {
    return of(example, new Analyzer());
  }

  /** Judges the files of an example as if they stood in one folder. */
  public static ExampleRun of(RuleExample example, Analyzer analyzer) {
    Optional<SourceFile> config = Optional.empty();
    List<TextInput> files = new ArrayList<>();
    for (ExampleFile file : example.files()) {
      SourceFile source = SourceFile.of(file.name(), file.text());
      if (file.name().equals("rolewright.yaml")) {
        config = Optional.of(source);
      } else {
        files.add(
            new TextInput(
                source,
                Optional.ofNullable(file.attributes().get("account")),
                Optional.ofNullable(file.attributes().get("kind")).flatMap(PolicyKind::named)));
      }
    }
    return new ExampleRun(analyzer.analyze(files, config, Profile.STRICT));
  }

  /** The findings of one rule. */
  public List<Finding> findings(String rule) {
    return findings().stream().filter(f -> f.rule().id().equals(rule)).toList();
  }

  /** The findings of all rules. */
  public List<Finding> findings() {
    return analysis.open().stream().map(Result::finding).toList();
  }

  /** What could not be read or decided. */
  public List<Problem> problems() {
    return analysis.problems();
  }

  /** All findings, a line each. */
  public String shown() {
    StringBuilder shown = new StringBuilder();
    for (Finding f : findings()) {
      shown.append("\n  ").append(f.rule().id()).append(' ').append(f.severity().shown());
      shown.append(' ').append(f.at()).append(' ').append(f.message());
    }
    return shown.toString();
  }
}
