package io.rolewright.analyze;

import io.rolewright.model.Inventory;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.walk.Candidate;
import io.rolewright.parse.walk.FileReader;
import io.rolewright.parse.walk.FileWalk;
import io.rolewright.parse.walk.MemoryBudget;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.file.RuleSet;
import io.rolewright.source.Decoder;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

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

  /** So many files are read at a time; from so many on it pays to read in parallel. */
  private static final int GROUP = 64;

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
    List<Problem> problems = new ArrayList<>();
    Configuration configuration = configuration(request, problems);
    Optional<Baseline> baseline = baseline(request, problems);
    if (problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR)) {
      return new Analysis(List.of(), problems, rules(), 0, 0, 0);
    }
    List<Candidate> candidates = walk(request, configuration, problems);
    List<Inventory> inventories = read(candidates, request);
    Verdicts verdicts =
        new Verdicts(
            configuration, baseline.orElse(Baseline.EMPTY), request.profile(), today, rules);
    return verdicts.of(inventories, problems);
  }

  /** All that is to be said of files that are at hand as text. */
  public Analysis analyze(
      List<TextInput> files, Optional<SourceFile> configurationFile, Profile profile) {
    List<Problem> problems = new ArrayList<>();
    Configuration configuration =
        configurationFile
            .map(f -> read(f, PathBase.AS_REPORTED, problems))
            .orElse(Configuration.EMPTY);
    List<Inventory> inventories = new ArrayList<>();
    for (TextInput input : files) {
      ReadOptions options = new ReadOptions(input.account(), input.kind(), Limits.DEFAULT);
      inventories.add(new Inputs(options).read(input.file(), true));
    }
    return new Verdicts(configuration, Baseline.EMPTY, profile, today, rules)
        .of(inventories, problems);
  }

  private Configuration configuration(AnalysisRequest request, List<Problem> problems) {
    Optional<Path> given = request.configFile().map(request.workingDirectory()::resolve);
    Optional<Path> path = given.or(() -> ConfigurationFile.find(start(request)));
    if (path.isEmpty()) {
      return Configuration.EMPTY;
    }
    PathBase base = PathBase.of(path.get(), request.workingDirectory());
    return text(path.get(), request, problems)
        .map(file -> read(file, base, problems))
        .orElse(Configuration.EMPTY);
  }

  /**
   * Where to look for the configuration: the working directory; but a single folder that is named
   * brings its own.
   */
  private static Path start(AnalysisRequest request) {
    if (request.paths().size() == 1) {
      Path only = request.workingDirectory().resolve(request.paths().get(0)).normalize();
      if (Files.isDirectory(only)) {
        return only;
      }
    }
    return request.workingDirectory();
  }

  private Configuration read(SourceFile file, PathBase base, List<Problem> problems) {
    ConfigurationReader reader = new ConfigurationReader(rules.metadata());
    ConfigurationReader.Loaded loaded = reader.read(YamlReader.read(file, Limits.DEFAULT), base);
    problems.addAll(loaded.problems());
    return loaded.configuration();
  }

  private static Optional<Baseline> baseline(AnalysisRequest request, List<Problem> problems) {
    return request
        .baseline()
        .map(request.workingDirectory()::resolve)
        .flatMap(path -> text(path, request, problems))
        .flatMap(file -> Baseline.read(file, problems::add));
  }

  private static Optional<SourceFile> text(
      Path path, AnalysisRequest request, List<Problem> problems) {
    Path directory = request.workingDirectory().toAbsolutePath().normalize();
    Path absolute = path.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(directory) ? directory.relativize(absolute) : path;
    String name = shown.toString().replace('\\', '/');
    try {
      Decoder.Decoded decoded = Decoder.decode(name, Files.readAllBytes(path));
      decoded.problem().ifPresent(problems::add);
      return decoded.problem().isPresent() ? Optional.empty() : Optional.of(decoded.file());
    } catch (NoSuchFileException missing) {
      problems.add(Problem.error("there is no such file", SourceFile.unread(name).at(0, 0)));
      return Optional.empty();
    } catch (IOException unreadable) {
      problems.add(Problem.error("this file cannot be read", SourceFile.unread(name).at(0, 0)));
      return Optional.empty();
    }
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
  private static List<Inventory> read(List<Candidate> candidates, AnalysisRequest request) {
    Inputs inputs =
        new Inputs(new ReadOptions(request.account(), request.kind(), Limits.fittingMemory()));
    MemoryBudget budget = new MemoryBudget();
    AtomicInteger done = new AtomicInteger();
    List<Inventory> inventories = new ArrayList<>();
    for (int from = 0; from < candidates.size(); from += GROUP) {
      List<Candidate> group = candidates.subList(from, Math.min(candidates.size(), from + GROUP));
      Stream<Candidate> stream =
          candidates.size() > GROUP ? group.parallelStream() : group.stream();
      List<Read> read = stream.map(c -> read(c, inputs, done, candidates, request)).toList();
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
    Inventory inventory = read(candidate, opened, inputs);
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

  private static Inventory read(Candidate candidate, FileReader.Opened opened, Inputs inputs) {
    return opened
        .file()
        .map(file -> inputs.read(file, candidate.named()))
        .or(() -> opened.problem().map(Analyzer::problem))
        .orElse(Inventory.EMPTY);
  }

  private static Inventory problem(Problem problem) {
    return Inventory.of(List.of(problem));
  }
}
