package io.rolewright.analyze.who;

import io.rolewright.reason.estate.Entrants;
import io.rolewright.reason.estate.Principal;
import io.rolewright.reason.estate.Reach;
import io.rolewright.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The answer to a question of who can.
 *
 * @param roles one for each role that is meant; of one ARN there are several where a template's
 *     conditions give it several forms
 * @param doers who can do what was asked for
 * @param principals how many users and roles the file has
 * @param problems sorted by place
 */
public record WhoRun(
    WhoQuestion question,
    List<OfRole> roles,
    Optional<Reach.Result> doers,
    int principals,
    List<Problem> problems) {

  /**
   * Who can assume one role.
   *
   * @param entrants whom its trust policy lets in
   * @param reached who of the file gets there
   */
  public record OfRole(Principal role, Entrants.Result entrants, Reach.Result reached) {}

  public WhoRun {
    roles = List.copyOf(roles);
    problems = List.copyOf(problems);
  }

  /** Whether some problem kept the job from being done. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }
}
