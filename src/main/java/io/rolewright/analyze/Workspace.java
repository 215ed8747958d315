package io.rolewright.analyze;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.analyze.scenario.ScenarioInput;
import io.rolewright.model.Inventory;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.walk.Candidate;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inputs of one run, read and ready to be judged: as they are on disk, or with another text in
 * the place of a file. Immutable.
 */
public final class Workspace {

  private final Optional<Verdicts> verdicts;
  private final ReadOptions options;
  private final List<Candidate> candidates;
  private final List<Inventory> inventories;
  private final List<Problem> earlier;
  private final Analysis refusal;

  Workspace(
      Verdicts verdicts,
      ReadOptions options,
      List<Candidate> candidates,
      List<Inventory> inventories,
      List<Problem> earlier) {
    this(Optional.of(verdicts), options, candidates, inventories, earlier, nothing());
  }

  private Workspace(
      Optional<Verdicts> verdicts,
      ReadOptions options,
      List<Candidate> candidates,
      List<Inventory> inventories,
      List<Problem> earlier,
      Analysis refusal) {
    this.verdicts = verdicts;
    this.options = options;
    this.candidates = List.copyOf(candidates);
    this.inventories = List.copyOf(inventories);
    this.earlier = List.copyOf(earlier);
    this.refusal = refusal;
  }

  /** One that could not be opened; this is all there is to say. */
  static Workspace refused(Analysis refusal) {
    ReadOptions none = new ReadOptions(Optional.empty(), Optional.empty(), Limits.DEFAULT);
    return new Workspace(Optional.empty(), none, List.of(), List.of(), List.of(), refusal);
  }

  private static Analysis nothing() {
    return new Analysis(List.of(), List.of(), List.of(), 0, 0, 0);
  }

  /** How the files are read. */
  public ReadOptions options() {
    return options;
  }

  /** All that is to be said. */
  public Analysis analysis() {
    return verdicts.map(v -> v.of(inventories, earlier)).orElse(refusal);
  }

  /** What is to be said of what one file holds, by its reported name; all files being known. */
  public Analysis analysisOf(String file) {
    return analysisOf(inventory(file));
  }

  /** What is to be said of some of what files hold; all being known. */
  public Analysis analysisOf(Inventory part) {
    return verdicts.map(v -> v.of(inventories, part)).orElse(refusal);
  }

  /** What a file holds; nothing where it was not read. */
  public Inventory inventory(String file) {
    int index = indexOf(file);
    return index < 0 ? Inventory.EMPTY : inventories.get(index);
  }

  /** Where a file is, by its reported name. */
  public Optional<Path> path(String file) {
    int index = indexOf(file);
    return index < 0 ? Optional.empty() : Optional.of(candidates.get(index).path());
  }

  /** The same inputs with this text in the place of the file so named. */
  public Workspace with(SourceFile file) {
    int index = indexOf(file.name());
    if (index < 0) {
      return this;
    }
    List<Inventory> changed = new ArrayList<>(inventories);
    Candidate read = candidates.get(index);
    ScenarioInput scenarios = new ScenarioInput(Path.of(""), options.limits());
    changed.set(
        index,
        Analyzer.read(new Inputs(options), scenarios, file, read.path().toString(), read.named()));
    return new Workspace(verdicts, options, candidates, changed, earlier, refusal);
  }

  private int indexOf(String file) {
    for (int i = 0; i < candidates.size(); i++) {
      if (candidates.get(i).name().equals(file)) {
        return i;
      }
    }
    return -1;
  }
}
