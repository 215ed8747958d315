package io.rolewright.analyze.scenario;

import io.rolewright.catalog.Catalog;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.sts.ResourceRequest;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Reads what the last session is asked to do. */
final class QuestionReader {

  private static final List<String> ANSWERS = List.of("allowed", "denied");

  private final Policies policies;
  private final Problems problems;

  QuestionReader(Policies policies, Problems problems) {
    this.policies = policies;
    this.problems = problems;
  }

  /** A question; nothing but errors where it cannot be put. */
  Optional<Scenario.Question> read(Node node) {
    return Fields.of(node, "a question of `can`", Vocabulary.QUESTION, problems)
        .flatMap(this::question);
  }

  private Optional<Scenario.Question> question(Fields fields) {
    Optional<ScalarNode> action = needed(fields, "action", "s3:GetObject");
    Optional<ScalarNode> resource = needed(fields, "resource", "arn:aws:s3:::bucket/key");
    boolean fine =
        action.filter(a -> isAction(a.text(), a.origin())).isPresent()
            & resource.filter(r -> isResource(r.text(), r.origin())).isPresent();
    ResourceRequest request =
        new ResourceRequest(
            fields.origin(),
            action.map(ScalarNode::text).orElse(""),
            resource.map(ScalarNode::text).orElse(""),
            Accounts.read(fields, "resource-account", problems),
            policies.field(fields, "resource-policy", PolicyKind.RESOURCE, "resource policy"),
            fields.keys("context"));
    Scenario.Question question = new Scenario.Question(request, expected(fields));
    return fine ? Optional.of(question) : Optional.empty();
  }

  /** A question of the command line. */
  Optional<Scenario.Question> read(Scenarios.Asked asked) {
    SourceFile option = SourceFile.of("--can", asked.action() + " " + asked.resource());
    Origin at = option.whole();
    if (!isAction(asked.action(), at) | !isResource(asked.resource(), at)) {
      return Optional.empty();
    }
    ResourceRequest request =
        new ResourceRequest(
            at,
            asked.action(),
            asked.resource(),
            Optional.empty(),
            Optional.empty(),
            Context.EMPTY);
    return Optional.of(new Scenario.Question(request, Optional.empty()));
  }

  private Optional<ScalarNode> needed(Fields fields, String field, String example) {
    Optional<ScalarNode> scalar = fields.scalar(field);
    if (!fields.has(field)) {
      problems.error(
          "a question needs "
              + (field.equals("action") ? "an" : "a")
              + " `"
              + field
              + "`, such as `"
              + example
              + "`",
          fields.origin());
    }
    return scalar;
  }

  private boolean isAction(String action, Origin at) {
    if (!action.matches("[A-Za-z0-9-]+:[A-Za-z0-9]+")) {
      problems.error(
          "`"
              + action
              + "` is no action; a request has exactly one, such as `s3:GetObject`, and no"
              + " wildcards",
          at);
      return false;
    }
    if (Catalog.shipped().action(action).isEmpty()) {
      List<String> near = Catalog.shipped().suggestActions(action);
      problems.warning(
          "AWS has no action `"
              + action
              + "` that we know of"
              + (near.isEmpty() ? "" : "; did you mean `" + near.get(0) + "`"),
          at);
    }
    return true;
  }

  private boolean isResource(String resource, Origin at) {
    boolean arn =
        resource.equals("*")
            || (resource.startsWith("arn:aws") && resource.split(":", 6).length == 6);
    if (!arn) {
      problems.error(
          "`"
              + resource
              + "` is no resource; write an ARN, such as `arn:aws:s3:::bucket/key`, or"
              + " `*` for actions that are on none",
          at);
    } else if (resource.length() > 1 && (resource.contains("*") || resource.contains("?"))) {
      problems.warning(
          "a request is on one resource, so `*` and `?` are plain characters in `" + resource + "`",
          at);
    }
    return arn;
  }

  private Optional<Boolean> expected(Fields fields) {
    Optional<ScalarNode> said = fields.scalar("expect");
    if (said.isPresent() && !ANSWERS.contains(said.get().text())) {
      problems.error(
          "`"
              + said.get().text()
              + "` is no answer; `expect` is `allowed` or `denied`"
              + Closest.hint(said.get().text(), ANSWERS),
          said.get().origin());
      return Optional.empty();
    }
    return said.map(s -> s.text().equals("allowed"));
  }
}
