package io.rolewright.analyze;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.analyze.scenario.ScenarioInput;
import io.rolewright.model.Inventory;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Tree;
import io.rolewright.parse.walk.Candidate;
import io.rolewright.parse.walk.FileReader;
import io.rolewright.parse.walk.FileWalk;
import io.rolewright.parse.walk.MemoryBudget;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.file.RuleSet;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds policies, runs the rules over them, and says what came of it.
 *
 * <pre>{@code
 * Analysis analysis = new Analyzer().analyze(request);
 * analysis.open().forEach(result -> …);
 * }</pre>
 *
 * <p>Never throws for what is in a file: that is a problem of the analysis.
 */
public final class Analyzer {

  /** So many files are read at a time. */
  private static final int GROUP = 64;

  /** So many are read before other threads have started. */
  private static final int FEW = 8;

  private final LocalDate today;
  private final RuleSet rules;

  public Analyzer() {
    this(LocalDate.now());
  }

  /**
   * @param today the day on which suppressions expire or not
   */
  public Analyzer(LocalDate today) {
    this(today, RuleSet.shipped());
  }

  /**
   * @param today the day on which suppressions expire or not
   * @param rules the rules to run
   */
  public Analyzer(LocalDate today, RuleSet rules) {
    this.today = today;
    this.rules = rules;
  }

  /** The rules there are, by id. */
  public List<RuleMetadata> rules() {
    return rules.metadata();
  }

  /** All that is to be said of what {@code request} names. */
  public Analysis analyze(AnalysisRequest request) {
    return open(request).analysis();
  }

  /** Reads what {@code request} names, so that it can be judged, also with other text. */
  public Workspace open(AnalysisRequest request) {
    Setup setup = Setup.of(request, rules);
    if (!setup.usable()) {
      return Workspace.refused(
          new Analysis(List.of(), setup.problems(), setup.rules().metadata(), 0, 0, 0));
    }
    List<Problem> problems = new ArrayList<>();
    List<Candidate> candidates = walk(request, setup.configuration(), problems);
    ReadOptions options =
        new ReadOptions(request.account(), request.kind(), Limits.fittingMemory());
    List<Inventory> inventories = read(candidates, request, new Inputs(options));
    RuleClock clock = request.timed() ? RuleClock.running() : RuleClock.stopped();
    Verdicts verdicts = new Verdicts(setup, request.profile(), today, clock);
    return new Workspace(verdicts, options, candidates, inventories, problems);
  }

  /** All that is to be said of files that are at hand as text. */
  public Analysis analyze(
      List<TextInput> files, Optional<SourceFile> configurationFile, Profile profile) {
    Setup setup = Setup.of(configurationFile, rules);
    List<Inventory> inventories = new ArrayList<>();
    for (TextInput input : files) {
      ReadOptions options = new ReadOptions(input.account(), input.kind(), Limits.DEFAULT);
      Inputs inputs = new Inputs(options);
      ScenarioInput scenarios = new ScenarioInput(Path.of(""), options.limits());
      inventories.add(read(inputs, scenarios, input.file(), input.file().name(), true));
    }
    return new Verdicts(setup, profile, today, RuleClock.stopped()).of(inventories, List.of());
  }

  private static List<Candidate> walk(
      AnalysisRequest request, Configuration configuration, List<Problem> problems) {
    FileWalk walk =
        new FileWalk(request.workingDirectory(), request.workingDirectory(), request.ignored());
    request.paths().forEach(walk::add);
    problems.addAll(walk.problems());
    return walk.candidates().stream()
        .filter(c -> c.named() || !configuration.ignores(c.name()))
        .filter(c -> c.named() || !c.path().endsWith(ConfigurationFile.NAME))
        .toList();
  }

  /**
   * Reads in groups: within a group in parallel, the groups one after the other, so that what is
   * kept can be counted in the order of files.
   */
  private static List<Inventory> read(
      List<Candidate> candidates, AnalysisRequest request, Inputs inputs) {
    MemoryBudget budget = new MemoryBudget();
    AtomicInteger done = new AtomicInteger();
    List<Inventory> inventories = new ArrayList<>();
    for (int from = 0; from < candidates.size(); from += GROUP) {
      List<Candidate> group = candidates.subList(from, Math.min(candidates.size(), from + GROUP));
      int few = candidates.size() > GROUP ? 1 : FEW;
      List<Read> read = SideBySide.map(group, few, c -> read(c, inputs, done, candidates, request));
      read.forEach(r -> inventories.add(kept(r, budget)));
    }
    return inventories;
  }

  /** What one file holds, and how much text it is. */
  private record Read(Inventory inventory, SourceFile file) {}

  private static Read read(
      Candidate candidate,
      Inputs inputs,
      AtomicInteger done,
      List<Candidate> all,
      AnalysisRequest request) {
    FileReader.Opened opened = FileReader.open(candidate);
    ScenarioInput scenarios = new ScenarioInput(request.workingDirectory(), Limits.fittingMemory());
    Inventory inventory = read(candidate, opened, inputs, scenarios);
    synchronized (done) {
      request.progress().file(done.incrementAndGet(), all.size(), candidate.name());
    }
    return new Read(inventory, opened.file().orElse(SourceFile.unread(candidate.name())));
  }

  private static Inventory kept(Read read, MemoryBudget budget) {
    if (read.inventory().isEmpty() || budget.take(read.file().text().length())) {
      return read.inventory();
    }
    return problem(
        Problem.error(
            "there is too little memory to judge this file too; check fewer files at once, or give "
                + "the virtual machine more, such as with ROLEWRIGHT_JAVA_OPTS=-Xmx2g",
            SourceFile.unread(read.file().name()).whole()));
  }

  private static Inventory read(
      Candidate candidate, FileReader.Opened opened, Inputs inputs, ScenarioInput scenarios) {
    return opened
        .file()
        .map(file -> read(inputs, scenarios, file, candidate.path().toString(), candidate.named()))
        .or(() -> opened.problem().map(Analyzer::problem))
        .orElse(Inventory.EMPTY);
  }

  /** What one text holds, be it policies or a scenario. */
  static Inventory read(
      Inputs inputs, ScenarioInput scenarios, SourceFile file, String path, boolean named) {
    Tree tree = inputs.tree(file);
    return ScenarioInput.recognises(tree)
        ? scenarios.read(tree, path, named)
        : inputs.read(tree, named);
  }

  private static Inventory problem(Problem problem) {
    return Inventory.of(List.of(problem));
  }
}
