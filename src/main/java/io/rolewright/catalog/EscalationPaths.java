package io.rolewright.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The known ways from some rights to more rights. */
public final class EscalationPaths {

  private static final String NONE = "-";
  private static final String CALLER = "caller";

  private final LocalDate asOf;
  private final List<EscalationPath> paths;

  private EscalationPaths(Table table) {
    asOf = table.asOf();
    paths = table.rows().stream().map(EscalationPaths::path).toList();
  }

  private static final class Shipped {
    static final EscalationPaths PATHS = new EscalationPaths(Table.shipped("escalation-paths.tsv"));
  }

  /** The list that comes with Rolewright. */
  public static EscalationPaths shipped() {
    return Shipped.PATHS;
  }

  /** The day on which the list was last gone over. */
  public LocalDate asOf() {
    return asOf;
  }

  /** All paths, sorted by id. */
  public List<EscalationPath> all() {
    return paths;
  }

  /** The path of an id, such as {@code iam-001}. */
  public Optional<EscalationPath> lookup(String id) {
    return paths.stream().filter(path -> path.id().equals(id)).findFirst();
  }

  /**
   * The paths all of whose actions are allowed, sorted by id. What they need besides, such as a
   * role that trusts a service, is not looked at.
   *
   * @param allowed whether the caller is allowed an action such as {@code iam:PassRole}, on some
   *     resource at least
   */
  public List<EscalationPath> within(Predicate<String> allowed) {
    List<EscalationPath> open = new ArrayList<>();
    for (EscalationPath path : paths) {
      if (path.actions().stream().allMatch(allowed)) {
        open.add(path);
      }
    }
    return open;
  }

  private static EscalationPath path(List<String> row) {
    String trusts = row.get(5);
    boolean caller = trusts.equals(CALLER);
    boolean services = !caller && !trusts.equals(NONE);
    return new EscalationPath(
        row.get(0),
        row.get(1),
        Table.constant(EscalationPath.Kind.class, row.get(2)),
        Table.list(row.get(3)),
        Table.constant(EscalationPath.Target.class, row.get(4)),
        services ? Set.copyOf(Table.list(trusts)) : Set.of(),
        caller,
        Table.constant(EscalationPath.Gain.class, row.get(6)),
        row.get(7));
  }
}
