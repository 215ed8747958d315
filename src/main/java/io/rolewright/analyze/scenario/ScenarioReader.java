package io.rolewright.analyze.scenario;

import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.sts.Surroundings;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a scenario. Never throws: each mistake is an error at its place, and the rest is read.
 *
 * <p>From the first call on that cannot be read neither calls nor questions are kept, since nobody
 * knows with which session they would be made.
 */
final class ScenarioReader {

  private final Assumptions assumptions;
  private final Limits limits;
  private final ScenarioFiles files;
  private final Problems problems;

  ScenarioReader(Assumptions assumptions, Limits limits, ScenarioFiles files, Problems problems) {
    this.assumptions = assumptions;
    this.limits = limits;
    this.files = files;
    this.problems = problems;
  }

  /**
   * The scenario; nothing but errors where nothing could be simulated.
   *
   * @param asked further questions
   */
  Optional<Scenario> read(Node root, List<Scenarios.Asked> asked) {
    return Fields.of(root, "the scenario", Vocabulary.SCENARIO, problems)
        .flatMap(fields -> scenario(fields, asked));
  }

  private Optional<Scenario> scenario(Fields fields, List<Scenarios.Asked> asked) {
    Directory directory =
        new Directory(
            inventory(fields), (file, account) -> files.inventory(file, Optional.of(account)));
    Policies policies = new Policies(files, directory, assumptions, limits, problems);
    managed(fields, directory, policies);
    Surroundings surroundings = new SurroundingsReader(policies, problems).read(fields);
    RoleReader roles = new RoleReader(directory, policies, problems);
    Optional<Who> who = caller(fields, directory, policies, roles, surroundings);
    List<Optional<Scenario.Call>> calls =
        calls(fields, new CallReader(policies, roles, problems), who);
    List<Scenario.Question> questions = questions(fields, policies, asked);
    if (who.isEmpty() || (!calls.isEmpty() && calls.get(0).isEmpty())) {
      return Optional.empty();
    }
    List<Scenario.Call> known =
        calls.stream().takeWhile(Optional::isPresent).map(Optional::get).toList();
    if (calls.isEmpty() && asked.isEmpty()) {
      nothing(fields);
    }
    return Optional.of(
        new Scenario(
            fields.origin(),
            fields.text("title"),
            who.get().credentials(),
            surroundings,
            known,
            known.size() == calls.size() ? questions : List.of()));
  }

  private void nothing(Fields fields) {
    if (!fields.has("call") && !fields.has("calls") && !fields.has("can")) {
      problems.error(
          "there is nothing to simulate; add a `call`, `calls`, or questions under `can`",
          fields.origin());
    }
  }

  private Inventory inventory(Fields fields) {
    Inventory all = Inventory.EMPTY;
    for (Node item : fields.list("files")) {
      Optional<String> account = Optional.empty();
      Optional<ScalarNode> path = item.asValue();
      if (path.isEmpty()) {
        Optional<Fields> file = Fields.of(item, "a file", Vocabulary.FILE, problems);
        path = file.flatMap(f -> f.scalar("file"));
        account = file.flatMap(f -> Accounts.read(f, "account", problems));
        if (file.isPresent() && !file.get().has("file")) {
          problems.error("an item of `files` needs a `file`", item.origin());
        }
      }
      Optional<SourceFile> source = path.flatMap(p -> files.open(p.text(), p.origin()));
      if (source.isPresent()) {
        all = all.plus(files.inventory(source.get(), account));
      }
    }
    problems.addAll(all.problems());
    return all;
  }

  private void managed(Fields fields, Directory directory, Policies policies) {
    Optional<Fields> section =
        fields
            .node("managed-policies")
            .flatMap(n -> Fields.open(n, "`managed-policies`", problems));
    for (ObjectNode.Member member : section.map(Fields::members).orElse(List.of())) {
      String arn = member.name();
      if (!arn.matches("arn:aws[a-z-]*:(iam|organizations)::[^:]*:policy/.+")) {
        problems.error(
            "`"
                + arn
                + "` is no ARN of a managed policy; such ARNs read"
                + " `arn:aws:iam::111122223333:policy/name`",
            member.key().origin());
        continue;
      }
      policies
          .read(member.value(), PolicyKind.IDENTITY, arn)
          .ifPresent(p -> directory.add(arn, p.policy().document()));
    }
  }

  private Optional<Who> caller(
      Fields fields,
      Directory directory,
      Policies policies,
      RoleReader roles,
      Surroundings surroundings) {
    CredentialsReader credentials =
        new CredentialsReader(policies, assumptions, surroundings.now(), problems);
    CallerReader reader =
        new CallerReader(
            new UserReader(directory, policies, credentials, problems),
            new RoleSessionReader(directory, policies, roles, credentials, problems),
            credentials,
            problems);
    if (!fields.has("caller")) {
      problems.error(
          "a scenario needs a `caller`, such as `caller: {user:"
              + " arn:aws:iam::111122223333:user/dana}`",
          fields.origin());
    }
    return fields.node("caller").flatMap(reader::read);
  }

  private List<Optional<Scenario.Call>> calls(Fields fields, CallReader reader, Optional<Who> who) {
    if (fields.has("call") && fields.has("calls")) {
      problems.error(
          "a scenario has one `call` or several `calls`, not both", fields.nameAt("call"));
    }
    List<Node> nodes = new ArrayList<>(fields.list("calls"));
    if (nodes.isEmpty()) {
      fields.node("call").ifPresent(nodes::add);
    }
    List<Optional<Scenario.Call>> calls = new ArrayList<>();
    for (Node node : nodes) {
      boolean first = calls.isEmpty();
      calls.add(reader.read(node, first ? who : Optional.empty(), !first || who.isPresent()));
    }
    return calls;
  }

  private List<Scenario.Question> questions(
      Fields fields, Policies policies, List<Scenarios.Asked> asked) {
    QuestionReader reader = new QuestionReader(policies, problems);
    List<Scenario.Question> questions = new ArrayList<>();
    fields.list("can").forEach(n -> reader.read(n).ifPresent(questions::add));
    asked.forEach(a -> reader.read(a).ifPresent(questions::add));
    return questions;
  }
}
