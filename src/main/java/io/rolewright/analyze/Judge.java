package io.rolewright.analyze;

import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.rule.AwsMade;
import io.rolewright.rule.Checker;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Findings;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.Rule;
import io.rolewright.rule.Subjects;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs rules over an inventory.
 *
 * <p>A rule that throws has a bug: that becomes a problem which names the rule and the place, and
 * the run goes on.
 */
final class Judge {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::at, Origin.BY_PLACE)
          .thenComparing(f -> f.rule().id())
          .thenComparing(Finding::severity)
          .thenComparing(Finding::message);

  /** A finding with the template conditions under which it holds, of the thing it is about. */
  private record Told(Finding finding, String world, String holder) {

    /** The same rule at the same place: told once, whatever the uses and worlds. */
    String place() {
      return finding.rule().id() + " " + finding.at().place();
    }
  }

  /** So many things are judged before other threads have started. */
  private static final int FEW = 4;

  private static final Origin NOWHERE = SourceFile.unread("the input").whole();

  private final Estate estate;
  private final List<Rule> rules;
  private final RuleClock clock;
  private final List<Told> told = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Set<String>> worlds = new HashMap<>();

  Judge(Estate estate, List<Rule> rules, RuleClock clock) {
    this.clock = clock;
    this.estate = estate;
    this.rules = rules;
  }

  /** Judges the whole inventory of the estate. */
  void judge() {
    judge(estate.inventory());
  }

  /** Something to be judged by every rule. */
  private record Task(
      Origin at, String world, String subject, Function<Checker, Consumer<Findings>> check) {}

  /** What came of a task. */
  private record Outcome(List<Finding> found, List<Problem> problems) {}

  /**
   * Judges a part of the estate's inventory, and the estate as a whole; the things in parallel,
   * since each is judged by itself.
   */
  void judge(Inventory inventory) {
    List<Task> tasks = tasks(inventory);
    List<Outcome> outcomes = SideBySide.map(tasks, FEW, this::judge);
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      String holder = task.at().place();
      worlds.computeIfAbsent(holder, h -> new HashSet<>()).add(task.world());
      for (Finding finding : outcomes.get(i).found()) {
        told.add(new Told(finding, task.world(), holder));
      }
      problems.addAll(outcomes.get(i).problems());
    }
    gaps(tasks, inventory);
  }

  /** The open questions go to the rules that take them; where none runs they are problems. */
  private void gaps(List<Task> tasks, Inventory inventory) {
    List<Problem> gaps = new ArrayList<>(estate.gaps().problems());
    inventory.problems().stream().filter(Problem::gap).forEach(gaps::add);
    List<Rule> takers = rules.stream().filter(rule -> rule.checker().takesGaps()).toList();
    if (takers.isEmpty()) {
      problems.addAll(gaps);
      return;
    }
    for (Problem gap : gaps) {
      String subject = subject(tasks, gap.at());
      Task task = new Task(gap.at(), "", subject, c -> f -> c.check(gap, estate, f));
      Outcome outcome = judge(task, takers);
      outcome.found().forEach(finding -> told.add(new Told(finding, "", gap.at().place())));
      problems.addAll(outcome.problems());
    }
  }

  /** The smallest thing around a place. */
  private static String subject(List<Task> tasks, Origin at) {
    return tasks.stream()
        .filter(task -> task.at().covers(at))
        .min(Comparator.comparingInt(task -> task.at().span().end() - task.at().span().start()))
        .map(Task::subject)
        .orElse("the input");
  }

  private List<Task> tasks(Inventory inventory) {
    List<Task> tasks = new ArrayList<>();
    tasks.add(new Task(NOWHERE, "", "the input", c -> f -> c.check(estate, f)));
    AwsMade made = AwsMade.in(inventory);
    for (Role r : inventory.roles().stream().filter(role -> !made.has(role)).toList()) {
      tasks.add(new Task(r.origin(), r.world(), Subjects.of(r), c -> f -> c.check(r, estate, f)));
    }
    for (Identity i : inventory.identities()) {
      tasks.add(new Task(i.origin(), i.world(), Subjects.of(i), c -> f -> c.check(i, estate, f)));
    }
    for (SessionGrant g : inventory.sessions()) {
      tasks.add(new Task(g.origin(), g.world(), Subjects.of(g), c -> f -> c.check(g, estate, f)));
    }
    for (PolicyInPlace p :
        PolicyInPlace.of(inventory).stream().filter(p -> !made.has(p)).toList()) {
      tasks.add(
          new Task(p.document().origin(), p.world(), p.subject(), c -> f -> c.check(p, estate, f)));
    }
    return tasks;
  }

  private Outcome judge(Task task) {
    return judge(task, rules);
  }

  private Outcome judge(Task task, List<Rule> rules) {
    List<Finding> all = new ArrayList<>();
    List<Problem> bugs = new ArrayList<>();
    for (Rule rule : rules) {
      Findings found = new Findings(rule.metadata(), task.subject());
      Consumer<Findings> check = task.check().apply(rule.checker());
      clock.time(rule.metadata(), () -> run(rule, task.at(), found, check).ifPresent(bugs::add));
      all.addAll(found.all());
    }
    return new Outcome(all, bugs);
  }

  private static Optional<Problem> run(
      Rule rule, Origin at, Findings found, Consumer<Findings> check) {
    try {
      check.accept(found);
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError bug) {
      return Optional.of(
          Problem.error(
              "internal error in rule "
                  + rule.metadata().id()
                  + " ("
                  + bug.getClass().getSimpleName()
                  + "); please report it with this policy",
              at));
    }
  }

  /**
   * By place. What several worlds or uses of one element find is told once, the gravest first; the
   * world is told only where some other world of the same thing is free of it.
   */
  List<Finding> findings() {
    Map<String, List<Told>> byPlace = new LinkedHashMap<>();
    told.stream()
        .sorted(Comparator.comparing(Told::finding, ORDER))
        .forEach(t -> byPlace.computeIfAbsent(t.place(), p -> new ArrayList<>()).add(t));
    List<Finding> once = byPlace.values().stream().map(this::once).toList();
    return Yielding.among(once, estate.inventory());
  }

  private Finding once(List<Told> same) {
    Told first = same.get(0);
    Set<String> found = new LinkedHashSet<>();
    same.stream().filter(t -> t.holder().equals(first.holder())).forEach(t -> found.add(t.world()));
    Set<String> all = worlds.getOrDefault(first.holder(), Set.of());
    if (found.containsAll(all) || found.contains("")) {
      return first.finding();
    }
    String when = WorldWords.of(found, all);
    return first.finding().saying(first.finding().message() + ", " + when);
  }

  /** How many questions could not be decided. */
  int undecided() {
    return estate.gaps().problems().size();
  }

  List<Problem> problems() {
    return problems;
  }
}
