package io.rolewright.analyze.who;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.model.Inventory;
import io.rolewright.model.PlainArn;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.walk.Candidate;
import io.rolewright.parse.walk.FileReader;
import io.rolewright.reason.estate.Entrants;
import io.rolewright.reason.estate.Principal;
import io.rolewright.reason.estate.Principals;
import io.rolewright.reason.estate.Reach;
import io.rolewright.reason.estate.Target;
import io.rolewright.reason.solve.Means;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files and answers who can. Never throws for what a file says. */
public final class WhoCan {

  private final Path workingDirectory;
  private final Means means;
  private final List<Problem> problems = new ArrayList<>();

  private WhoCan(Path workingDirectory, Means means) {
    this.means = means;
    this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
  }

  /** The answer to a question; paths start at the working directory. */
  public static WhoRun ask(WhoQuestion question, Path workingDirectory) {
    return ask(question, workingDirectory, Means.ordinary());
  }

  /** The same by other means. */
  public static WhoRun ask(WhoQuestion question, Path workingDirectory, Means means) {
    return new WhoCan(workingDirectory, means).run(question);
  }

  private WhoRun run(WhoQuestion question) {
    Optional<SourceFile> file = open(question.file());
    Inventory inventory =
        file.map(f -> read(f, question.account(), Optional.empty())).orElse(Inventory.EMPTY);
    List<Principal> all = EstateReader.principals(inventory);
    if (file.isEmpty() || hasErrors()) {
      return answer(question, List.of(), Optional.empty(), all);
    }
    note(inventory, file.get());
    Principals principals = Principals.of(all);
    Optional<Reach.Result> doers =
        question.permission().flatMap(permission -> doers(permission, principals));
    List<WhoRun.OfRole> roles = new ArrayList<>();
    for (Principal role : roles(question, all, file.get())) {
      roles.add(ofRole(role, principals));
    }
    return answer(question, roles, doers, all);
  }

  private WhoRun answer(
      WhoQuestion question,
      List<WhoRun.OfRole> roles,
      Optional<Reach.Result> doers,
      List<Principal> all) {
    List<Problem> sorted =
        problems.stream()
            .sorted((a, b) -> Origin.BY_PLACE.compare(a.at(), b.at()))
            .distinct()
            .toList();
    return new WhoRun(question, roles, doers, all.size(), sorted);
  }

  private boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  private WhoRun.OfRole ofRole(Principal role, Principals principals) {
    Entrants.Result entrants =
        role.trust()
            .map(trust -> Entrants.of(trust, role.arn(), role.account(), means))
            .orElse(
                new Entrants.Result(List.of(), Optional.of("the trust policy is not in the file")));
    return new WhoRun.OfRole(role, entrants, Reach.assuming(principals, role, means));
  }

  private List<Principal> roles(WhoQuestion question, List<Principal> all, SourceFile file) {
    if (question.role().isEmpty()) {
      return List.of();
    }
    RoleNames.Found found = RoleNames.find(question.role().get(), all);
    found.problem().ifPresent(message -> problems.add(Problem.error(message, file.whole())));
    return found.roles();
  }

  private Optional<Reach.Result> doers(WhoQuestion.Permission permission, Principals principals) {
    Optional<PolicyDocument> policy = Optional.empty();
    if (permission.policy().isPresent()) {
      policy = resourcePolicy(permission.policy().get());
      if (policy.isEmpty()) {
        return Optional.empty();
      }
    }
    Optional<String> owner =
        PlainArn.of(permission.resource()).map(PlainArn::account).filter(a -> !a.isEmpty());
    return Optional.of(
        Reach.doing(
            principals,
            Target.doing(permission.action(), permission.resource(), policy, owner),
            means));
  }

  private Optional<PolicyDocument> resourcePolicy(Path path) {
    Optional<SourceFile> file = open(path);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Inventory inventory = read(file.get(), Optional.empty(), Optional.of(PolicyKind.RESOURCE));
    if (inventory.policies().size() != 1) {
      problems.add(
          Problem.error(
              "this is not the policy of one resource: it holds "
                  + inventory.policies().size()
                  + " policies",
              file.get().whole()));
      return Optional.empty();
    }
    return Optional.of(inventory.policies().get(0).document());
  }

  private Inventory read(SourceFile file, Optional<String> account, Optional<PolicyKind> kind) {
    ReadOptions options = new ReadOptions(account, kind, Limits.fittingMemory());
    Inventory inventory = new Inputs(options).read(file, true);
    problems.addAll(inventory.problems());
    return inventory;
  }

  private Optional<SourceFile> open(Path named) {
    Path path = workingDirectory.resolve(named).normalize();
    Path shown = path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
    String name = shown.toString().replace('\\', '/');
    if (!Files.isRegularFile(path)) {
      String message = Files.isDirectory(path) ? "this is a folder" : "there is no such file";
      problems.add(Problem.error(message, SourceFile.unread(name).whole()));
      return Optional.empty();
    }
    FileReader.Opened opened = FileReader.open(new Candidate(path, name, true));
    opened.problem().ifPresent(problems::add);
    return opened.file();
  }

  /** Organisation policies do not say to whom they are attached. */
  private void note(Inventory inventory, SourceFile file) {
    long organisation =
        inventory.policies().stream()
            .filter(p -> p.kind() == PolicyKind.SCP || p.kind() == PolicyKind.RCP)
            .count();
    if (organisation > 0) {
      problems.add(
          Problem.warning(
              "the policies of the organization in this file were not applied: it does not say"
                  + " to which accounts they are attached",
              file.whole()));
    }
  }
}
