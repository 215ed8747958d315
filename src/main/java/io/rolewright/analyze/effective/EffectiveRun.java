package io.rolewright.analyze.effective;

import io.rolewright.analyze.input.InputFiles;
import io.rolewright.analyze.input.RoleLookup;
import io.rolewright.model.Inventory;
import io.rolewright.model.PlainArn;
import io.rolewright.model.Role;
import io.rolewright.reason.solve.Means;
import io.rolewright.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking for the permissions of a role in a file.
 *
 * @param permissions absent where the role was not found
 * @param problems in the input
 */
public record EffectiveRun(Optional<RolePermissions> permissions, List<Problem> problems) {

  public EffectiveRun {
    problems = List.copyOf(problems);
  }

  /**
   * What somebody asks for.
   *
   * @param role a name or an ARN
   * @param input a file or a folder
   * @param account of the role, where the input does not say it
   */
  public record Asked(String role, Path input, Optional<String> account) {}

  /** Whether some problem kept the job from being done. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  /** Looks for the role and lists what it can do. Never throws for what is in a file. */
  public static EffectiveRun of(Asked asked, Path workingDirectory) {
    return of(asked, workingDirectory, Means.ordinary());
  }

  /** The same by other means. */
  public static EffectiveRun of(Asked asked, Path workingDirectory, Means means) {
    InputFiles files = new InputFiles(workingDirectory);
    Optional<String> account = asked.account().or(() -> RoleLookup.accountOf(asked.role()));
    Inventory inventory = files.read(asked.input(), account);
    List<Problem> problems = new ArrayList<>(inventory.problems());
    if (inventory.roles().isEmpty() && hasError(problems)) {
      return new EffectiveRun(Optional.empty(), problems);
    }
    RoleLookup.Found found =
        new RoleLookup(inventory, files.named(asked.input()).whole()).find(asked.role());
    problems.addAll(found.problems());
    String partition = PlainArn.of(asked.role()).map(PlainArn::partition).orElse("aws");
    Optional<RolePermissions> permissions =
        found.role().map(role -> RolePermissions.of(role(role, account), partition, means));
    return new EffectiveRun(permissions, problems);
  }

  private static boolean hasError(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  private static Role role(Role role, Optional<String> account) {
    return new Role(
        role.origin(),
        role.name(),
        role.account().or(() -> account),
        role.path(),
        role.trust(),
        role.permissions(),
        role.complete(),
        role.boundary(),
        role.maxSessionDuration(),
        role.tags(),
        role.world());
  }
}
