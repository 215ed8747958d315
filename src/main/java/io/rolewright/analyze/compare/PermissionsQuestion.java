package io.rolewright.analyze.compare;

import io.rolewright.model.Statement;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two versions of permissions allow. Policies whose texts are not in the input could allow or
 * deny anything: one that only one side has is told as such; what both have may turn each answer.
 */
final class PermissionsQuestion {

  private final Permissions before;
  private final Permissions after;
  private final String owner;
  private final List<Requests> among;
  private final Answers answers;

  PermissionsQuestion(
      Permissions before, Permissions after, String owner, List<Requests> among, Answers answers) {
    this.before = before;
    this.after = after;
    this.owner = owner;
    this.among = among;
    this.answers = answers;
  }

  void ask() {
    missingPolicies();
    missingBoundaries();
    if (before.documents().equals(after.documents())
        && before.boundary().equals(after.boundary())) {
      return;
    }
    ask(Direction.NEWLY_ALLOWED, before, after);
    ask(Direction.NO_LONGER_ALLOWED, after, before);
  }

  private void missingPolicies() {
    only(after.missing(), before.missing())
        .forEach(name -> unseen(Direction.NEWLY_ALLOWED, name, "policy " + name + " is attached"));
    only(before.missing(), after.missing())
        .forEach(
            name ->
                unseen(
                    Direction.NO_LONGER_ALLOWED, name, "policy " + name + " is attached no more"));
  }

  private static Set<String> only(Set<String> names, Set<String> others) {
    Set<String> only = new TreeSet<>(names);
    only.removeAll(others);
    return only;
  }

  private void unseen(Direction direction, String name, String words) {
    answers.add(direction, Aspect.PERMISSIONS, words, List.of(name));
  }

  private void missingBoundaries() {
    if (before.missingBoundary().equals(after.missingBoundary())) {
      return;
    }
    before
        .missingBoundary()
        .ifPresent(name -> unseen(Direction.NEWLY_ALLOWED, name, "boundary " + name + " is gone"));
    after
        .missingBoundary()
        .ifPresent(
            name -> unseen(Direction.NO_LONGER_ALLOWED, name, "boundary " + name + " is set"));
  }

  private void ask(Direction direction, Permissions less, Permissions more) {
    Judged narrow = Judges.of(less, owner);
    Judged wide = Judges.beside(less, more, owner);
    boolean found = answers.ask(direction, Aspect.PERMISSIONS, among, narrow, wide, unseen());
    if (!found && mayHideMore(less)) {
      narrow = Judges.of(Judges.withEverything(less, at(less)), owner);
      wide = Judges.of(Judges.withEverything(more, at(less)), owner);
      answers.ask(direction, Aspect.PERMISSIONS, among, narrow, wide, unseen());
    }
  }

  /** What both sides have and nobody sees. */
  private List<String> unseen() {
    List<String> unseen = new ArrayList<>();
    before.missing().stream().filter(after.missing()::contains).forEach(unseen::add);
    before
        .missingBoundary()
        .filter(name -> after.missingBoundary().filter(name::equals).isPresent())
        .ifPresent(unseen::add);
    return unseen;
  }

  /**
   * Whether what both sides hold unseen could allow what one side denies. For all unseen policies
   * nothing is new iff what is seen allows nothing new by itself and nothing that was denied no
   * longer is.
   */
  private boolean mayHideMore(Permissions less) {
    boolean shared = before.missing().stream().anyMatch(after.missing()::contains);
    return shared
        && (less.boundary().isPresent()
            || less.documents().stream()
                .anyMatch(document -> document.statements().stream().anyMatch(Statement::isDeny)));
  }

  private static Origin at(Permissions permissions) {
    return permissions.texts().get(0).origin();
  }
}
