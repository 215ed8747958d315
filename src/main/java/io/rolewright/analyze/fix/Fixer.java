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
        Optional<FixEditor.Edited> edited = proved(result.finding(), fix);
        if (edited.isPresent()) {
          return Optional.of(new Offer(fix.title(), edited.get().edits()));
        }
      }
      return Optional.empty();
    }

    /** The file with a fix that is proved, by which it is tried. */
    private Optional<FixEditor.Edited> proved(Finding finding, Fix fix) {
      SourceFile file = finding.at().file();
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

    /** One file with all fixes made that can be; findings are sought again after each. */
    private SourceFile fixed(SourceFile file, List<Fixed.Made> made) {
      Set<String> failed = new HashSet<>();
      SourceFile present = file;
      Optional<SourceFile> next = Optional.of(file);
      while (next.isPresent()) {
        present = next.get();
        next = step(present.name(), failed, made);
      }
      return present;
    }

    private Optional<SourceFile> step(String file, Set<String> failed, List<Fixed.Made> made) {
      for (Result result : workspace.analysisOf(file).open()) {
        Finding finding = result.finding();
        for (Fix fix : finding.fixes()) {
          if (!finding.at().file().name().equals(file)
              || !failed.add(result.fingerprint() + fix.title())) {
            continue;
          }
          Optional<FixEditor.Edited> edited = proved(finding, fix);
          if (edited.isPresent()) {
            workspace = workspace.with(edited.get().file());
            made.add(new Fixed.Made(finding, fix.title()));
            return edited.map(FixEditor.Edited::file);
          }
        }
      }
      return Optional.empty();
    }
  }
}
