package io.rolewright.analyze.fix;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Offer;
import io.rolewright.analyze.Result;
import io.rolewright.analyze.Workspace;
import io.rolewright.rule.Finding;
import io.rolewright.rule.Fix;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Offers fixes, or makes them. What rules propose is tried on the text in memory and judged again;
 * a fix that does not end the finding, brings another, or locks out somebody who is meant to get in
 * is passed over in silence.
 */
public final class Fixer {

  /** So many fixes are tried in a run; each costs judging twice what it changes. */
  public static final int MOST = 200;

  private final int most;

  public Fixer() {
    this(MOST);
  }

  Fixer(int most) {
    this.most = most;
  }

  /** The analysis of a workspace, each open finding with the first of its fixes that is proved. */
  public Analysis offers(Workspace workspace) {
    return new Run(workspace).offers();
  }

  /** Makes every fix that is proved, one after the other, until there is none. */
  public Fixed fixed(Workspace workspace) {
    return new Run(workspace).fixed();
  }

  /** One run over one workspace. */
  private final class Run {

    private final FixEditor editor;
    private Workspace workspace;
    private int tried;

    Run(Workspace workspace) {
      this.workspace = workspace;
      this.editor = new FixEditor(workspace.options());
    }

    Analysis offers() {
      Analysis analysis = workspace.analysis();
      List<Result> results = new ArrayList<>();
      for (Result result : analysis.results()) {
        boolean open = result.suppressed().isEmpty();
        results.add(open ? offer(result).map(result::offering).orElse(result) : result);
      }
      return analysis.with(results, cut(analysis));
    }

    private Optional<Offer> offer(Result result) {
      for (Fix fix : result.finding().fixes()) {
        Optional<FixEditor.Edited> edited =
            proved(result.finding().at().file(), result.finding(), fix);
        if (edited.isPresent()) {
          return Optional.of(new Offer(fix.title(), edited.get().edits()));
        }
      }
      return Optional.empty();
    }

    /** The file with a fix that is proved, by which it is tried. */
    private Optional<FixEditor.Edited> proved(SourceFile file, Finding finding, Fix fix) {
      if (tried >= most) {
        tried++;
        return Optional.empty();
      }
      Optional<FixEditor.Edited> edited = editor.edited(file, fix);
      if (edited.isEmpty() || edited.get().edits().isEmpty()) {
        return Optional.empty();
      }
      tried++;
      Proof proof = new Proof(finding, workspace);
      return edited.filter(e -> proof.holds(workspace.with(e.file())));
    }

    private List<Problem> cut(Analysis analysis) {
      if (tried <= most) {
        return List.of();
      }
      Origin at = analysis.open().get(0).finding().at().file().at(0, 0);
      String message = "only " + most + " fixes were tried; fix those, then check again";
      return List.of(Problem.note(message, at));
    }

    Fixed fixed() {
      Analysis start = workspace.analysis();
      Map<String, SourceFile> old = new LinkedHashMap<>();
      start.open().stream()
          .filter(r -> !r.finding().fixes().isEmpty())
          .map(r -> r.finding().at().file())
          .forEach(file -> old.putIfAbsent(file.name(), file));
      List<Fixed.Made> made = new ArrayList<>();
      List<Fixed.Rewritten> files = new ArrayList<>();
      for (SourceFile file : old.values()) {
        SourceFile fresh = fixed(file, made);
        if (fresh != file) {
          files.add(new Fixed.Rewritten(workspace.path(file.name()).orElseThrow(), file, fresh));
        }
      }
      Analysis left = made.isEmpty() ? start : workspace.analysis();
      return new Fixed(left.with(left.results(), cut(start)), files, made);
    }

    /**
     * One file with all fixes made that can be, in rounds: findings are sought again after each.
     */
    private SourceFile fixed(SourceFile file, List<Fixed.Made> made) {
      Set<String> failed = new HashSet<>();
      SourceFile present = file;
      SourceFile last;
      do {
        last = present;
        present = round(present, failed, made);
      } while (present != last);
      return present;
    }

    /** From the end of the file to its beginning, so that places hold of what comes next. */
    private SourceFile round(SourceFile file, Set<String> failed, List<Fixed.Made> made) {
      List<Result> results = new ArrayList<>(workspace.analysisOf(file.name()).open());
      Collections.reverse(results);
      List<Fixed.Made> now = new ArrayList<>();
      SourceFile present = file;
      int intact = file.text().length();
      for (Result result : results) {
        Optional<Step> step = step(present, intact, result, failed);
        if (step.isPresent()) {
          present = step.get().edited().file();
          intact = step.get().edited().edits().get(0).at().span().start();
          workspace = workspace.with(present);
          now.add(step.get().made());
        }
      }
      Collections.reverse(now);
      made.addAll(now);
      return present;
    }

    /** The first fix of a finding that is proved and was not tried before. */
    private Optional<Step> step(SourceFile present, int intact, Result result, Set<String> failed) {
      Finding finding = result.finding();
      for (Fix fix : finding.fixes()) {
        boolean here = fix.changes().stream().allMatch(c -> isBefore(c.at(), present, intact));
        if (!here || !failed.add(result.fingerprint() + fix.title())) {
          continue;
        }
        Optional<FixEditor.Edited> edited = proved(present, finding, fix);
        if (edited.isPresent()) {
          return edited.map(e -> new Step(e, new Fixed.Made(finding, fix.title())));
        }
      }
      return Optional.empty();
    }

    /** What was touched in this round waits for the next. */
    private static boolean isBefore(Origin at, SourceFile file, int intact) {
      return at.file().name().equals(file.name()) && at.span().end() <= intact;
    }
  }

  /** A fix made in one file. */
  private record Step(FixEditor.Edited edited, Fixed.Made made) {}
}
