package io.rolewright.analyze.fix;

import io.rolewright.analyze.Edit;
import io.rolewright.analyze.input.Inputs;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.account.AccountExport;
import io.rolewright.parse.tree.Tree;
import io.rolewright.rule.Change;
import io.rolewright.rule.Fix;
import io.rolewright.source.SourceFile;
import io.rolewright.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * Turns the changes of a fix into edits of the file, as small as can be: comments, indentation,
 * quotes and the order of members stay.
 *
 * <p>Not edited: values that a template computes, what an alias brings in, and account exports,
 * which are copies of what stands elsewhere.
 */
final class FixEditor {

  private final Inputs inputs;
  private Optional<Tree> latest = Optional.empty();
  private boolean refused;

  FixEditor(ReadOptions options) {
    this.inputs = new Inputs(options);
  }

  /**
   * A file with a fix made.
   *
   * @param edits of the file as it was
   */
  record Edited(SourceFile file, List<Edit> edits) {}

  /** The file with the fix made; nothing where some change cannot be made. */
  Optional<Edited> edited(SourceFile file, Fix fix) {
    Tree tree = tree(file);
    if (refused) {
      return Optional.empty();
    }
    Draft draft = new Draft(file);
    try {
      for (Change change : fix.changes()) {
        make(change, tree, draft);
      }
    } catch (NotEditable refused) {
      return Optional.empty();
    }
    return Optional.of(new Edited(SourceFile.of(file.name(), draft.text()), draft.edits()));
  }

  /** The tree of a file, which is kept: several findings of one file come in a row. */
  private Tree tree(SourceFile file) {
    if (latest.filter(t -> t.file() == file).isEmpty()) {
      Tree tree = inputs.tree(file);
      latest = Optional.of(tree);
      refused = !tree.problems().isEmpty() || new AccountExport().recognises(tree);
    }
    return latest.orElseThrow();
  }

  private void make(Change change, Tree before, Draft draft) throws NotEditable {
    if (!change.at().file().name().equals(before.file().name())) {
      throw new NotEditable("it is in another file");
    }
    Span span = change.at().span();
    Predicate<Site> wished = wished(change);
    Site old =
        new Sites(before)
            .at(span.start(), s -> s.span().equals(span) && wished.test(s))
            .orElseThrow(() -> new NotEditable("the place is not one of the file's own"));
    OptionalInt now = draft.now(span.start());
    int start = now.orElseThrow(() -> new NotEditable("an earlier change took the place away"));
    SourceFile present = SourceFile.of(before.file().name(), draft.text());
    boolean same = draft.edits().isEmpty();
    Site site =
        new Sites(same ? before : inputs.tree(present))
            .at(start, s -> s.kind() == old.kind() && s.span().start() == start)
            .orElseThrow(() -> new NotEditable("an earlier change made the place another"));
    if (site.script().substituted() && change.toString().contains("${")) {
      throw new NotEditable("the text would be substituted");
    }
    apply(cuts(change, site, present.text()), draft);
  }

  /** Which places a change can be made at. */
  private static Predicate<Site> wished(Change change) {
    return change.match(
        new Change.Cases<>(
            replace -> s -> s.kind() != Site.Kind.OBJECT && s.kind() != Site.Kind.MEMBER,
            all -> s -> s.kind() == Site.Kind.SCALAR || s.kind() == Site.Kind.ARRAY,
            // why: in YAML an object of one member stands where the member does
            remove -> s -> s.kind() != Site.Kind.OBJECT || s.member().isEmpty(),
            operator -> s -> s.kind() == Site.Kind.MEMBER,
            condition -> s -> s.kind() == Site.Kind.OBJECT,
            action -> s -> s.kind() == Site.Kind.OBJECT,
            principal -> s -> s.kind() == Site.Kind.OBJECT));
  }

  /** What a change does at its place. */
  private interface Making {
    List<Cut> cuts() throws NotEditable;
  }

  private static List<Cut> cuts(Change change, Site site, String text) throws NotEditable {
    ChangeEditor editor = new ChangeEditor(text);
    Making making =
        change.match(
            new Change.Cases<>(
                replace -> () -> editor.replace(site, replace),
                all -> () -> editor.replaceAll(site, all.values()),
                remove -> () -> editor.remove(site),
                operator -> () -> editor.changeOperator(site, operator.operator()),
                condition -> () -> editor.addCondition(site, condition),
                action -> () -> editor.addAction(site, action.action()),
                principal -> () -> editor.addPrincipal(site, principal)));
    return making.cuts();
  }

  /** From the last to the first, so that offsets hold. */
  private static void apply(List<Cut> cuts, Draft draft) throws NotEditable {
    List<Cut> backwards = new ArrayList<>(cuts);
    backwards.sort(Comparator.comparing(Cut::start).thenComparing(Cut::end).reversed());
    int done = Integer.MAX_VALUE;
    for (Cut cut : backwards) {
      if (cut.end() > done) {
        throw new NotEditable("its edits overlap");
      }
      draft.replace(cut.start(), cut.end(), cut.text());
      done = cut.start();
    }
  }
}
