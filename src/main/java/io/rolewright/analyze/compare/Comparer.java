package io.rolewright.analyze.compare;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.solve.Means;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads two versions of policies and says what the new one allows that the old one does not, and
 * the reverse.
 *
 * <p>What both versions leave open under one name, such as a template's parameter, is taken to be
 * the same in both. Never throws for what is in a file: that is a problem of the comparison, and
 * everything else is compared all the same.
 */
public final class Comparer {

  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::at, Origin.BY_PLACE).thenComparing(Problem::message);

  private final Path directory;
  private final ReadOptions options;
  private final Means means;

  /**
   * @param directory where relative paths start and names are relative to
   * @param kind what raw policies are whose kind cannot be told
   * @param account twelve digits: who owns what is read
   */
  public Comparer(Path directory, Optional<PolicyKind> kind, Optional<String> account) {
    this(directory, kind, account, Means.ordinary());
  }

  /**
   * The same.
   *
   * @param means by what means questions are decided
   */
  public Comparer(
      Path directory, Optional<PolicyKind> kind, Optional<String> account, Means means) {
    this.means = means;
    this.directory = directory;
    this.options = new ReadOptions(account, kind, Limits.fittingMemory());
  }

  /** Compares what two files or folders hold. */
  public Comparison compare(Path before, Path after) {
    Snapshot old = Snapshot.read(before, directory, options);
    Snapshot fresh = Snapshot.read(after, directory, options);
    List<Problem> problems = new ArrayList<>(old.problems());
    problems.addAll(fresh.problems());
    Stream.concat(old.holders().stream(), fresh.holders().stream())
        .forEach(holder -> defects(holder, problems));
    Set<String> partitions = new TreeSet<>(old.partitions());
    partitions.addAll(fresh.partitions());
    List<Difference> differences = new ArrayList<>();
    boolean unread = old.isUnread() || fresh.isUnread();
    for (Couple couple : unread ? List.<Couple>of() : Pairing.of(old, fresh)) {
      if (!Attached.explains(couple, old, fresh)) {
        compare(couple, partitions, differences, problems);
      }
    }
    problems.sort(BY_PLACE);
    return new Comparison(differences, once(problems));
  }

  private void compare(
      Couple couple, Set<String> partitions, List<Difference> into, List<Problem> problems) {
    try {
      into.add(new CoupleComparison(couple, partitions, means).difference());
    } catch (RuntimeException | StackOverflowError bug) {
      problems.add(
          Problem.error(
              "internal error while `"
                  + couple.shown().name()
                  + "` was compared ("
                  + bug.getClass().getSimpleName()
                  + "); please report it with this policy",
              couple.shown().at()));
    }
  }

  /** AWS stores no policy that breaks the grammar, so that there is nothing to compare. */
  private static void defects(Holder holder, List<Problem> problems) {
    List<PolicyDocument> texts = new ArrayList<>();
    holder.trust().ifPresent(texts::add);
    holder.permissions().ifPresent(permissions -> texts.addAll(permissions.texts()));
    holder.policy().ifPresent(texts::add);
    for (PolicyDocument text : texts) {
      text.defects().forEach(d -> problems.add(Problem.error(d.message(), d.at())));
    }
  }

  /** Without repetitions: all origins are equal, so places are compared by hand. */
  private static List<Problem> once(List<Problem> problems) {
    Set<String> seen = new HashSet<>();
    return problems.stream().filter(p -> seen.add(p.at().place() + " " + p.message())).toList();
  }
}
