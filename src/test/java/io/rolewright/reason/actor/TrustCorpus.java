package io.rolewright.reason.actor;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.rule.Estate;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleExample.ExampleFile;
import io.rolewright.rule.file.RuleFile;
import io.rolewright.rule.file.RuleIndexWriter;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every trust policy in the examples of the rules and in the samples. */
final class TrustCorpus {

  /** A trust policy and whose it is. */
  record Trust(String from, PolicyDocument policy, String owner, String roleName) {

    String role() {
      return "arn:aws:iam::" + owner + ":role/" + roleName;
    }

    Target target() {
      return Target.of(policy, role(), owner);
    }
  }

  private final List<Trust> found = new ArrayList<>();

  private TrustCorpus() {}

  static List<Trust> read() throws IOException {
    TrustCorpus corpus = new TrustCorpus();
    for (RuleFile rule : RuleIndexWriter.read(Path.of("../rules"))) {
      List<RuleExample> examples = new ArrayList<>(rule.noncompliant());
      examples.addAll(rule.compliant());
      for (RuleExample example : examples) {
        corpus.add(rule.metadata().id() + " " + example.title(), example);
      }
    }
    try (Stream<Path> files = Files.walk(Path.of("../samples"))) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*\\.(json|ya?ml)")).sorted().toList()) {
        SourceFile source = SourceFile.of(file.toString(), Files.readString(file));
        corpus.add(file.toString(), source, Optional.empty(), Optional.empty());
      }
    }
    return corpus.found;
  }

  private void add(String from, RuleExample example) {
    for (ExampleFile file : example.files()) {
      add(
          from,
          SourceFile.of(file.name(), file.text()),
          Optional.ofNullable(file.attributes().get("account")),
          Optional.ofNullable(file.attributes().get("kind")).flatMap(PolicyKind::named));
    }
  }

  private void add(
      String from, SourceFile file, Optional<String> account, Optional<PolicyKind> kind) {
    Inventory inventory =
        new Inputs(new ReadOptions(account, kind, Limits.DEFAULT)).read(file, true);
    for (Role role : inventory.roles()) {
      String owner = role.account().orElse(Estate.UNNAMED_ACCOUNT);
      role.trust()
          .ifPresent(trust -> found.add(new Trust(from, trust, owner, role.name().shown())));
    }
  }
}
