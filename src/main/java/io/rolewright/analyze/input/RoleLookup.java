package io.rolewright.analyze.input;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.Inventory;
import io.rolewright.model.PlainArn;
import io.rolewright.model.Role;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds the role that somebody means: by its name, by what a template calls it, or by its ARN.
 *
 * @param inventory in which to look
 * @param at the input as a whole, for what is wrong
 */
public record RoleLookup(Inventory inventory, Origin at) {

  /** So many are named where several fit. */
  private static final int MOST_NAMED = 5;

  /**
   * What came of it.
   *
   * @param role absent where none or several fit
   * @param problems errors where there is no role; else a warning at most
   */
  public record Found(Optional<Role> role, List<Problem> problems) {

    public Found {
      problems = List.copyOf(problems);
    }
  }

  /** The account of an ARN; absent where what was asked for is a name. */
  public static Optional<String> accountOf(String asked) {
    return PlainArn.accountOf(asked).filter(AccountNumber::isOne);
  }

  /** The role of a name or an ARN. */
  public Found find(String asked) {
    Optional<PlainArn> arn = PlainArn.of(asked);
    List<Role> fitting =
        inventory.roles().stream()
            .filter(role -> arn.map(a -> isOf(role, a)).orElseGet(() -> isNamed(role, asked)))
            .toList();
    if (fitting.isEmpty()) {
      return failed(unknown(asked));
    }
    Role first = fitting.get(0);
    if (fitting.stream().anyMatch(role -> !shown(role).equals(shown(first)))) {
      return failed(ambiguous(asked, fitting));
    }
    if (fitting.size() == 1) {
      return new Found(Optional.of(first), List.of());
    }
    String versions =
        "the input has %d versions of the role `%s`; the first one is taken%s"
            .formatted(
                fitting.size(),
                first.name().shown(),
                first.world().isEmpty() ? "" : ", as it is " + first.world());
    return new Found(Optional.of(first), List.of(Problem.warning(versions, first.origin())));
  }

  /** By its name alone or behind its path. */
  private static boolean isNamed(Role role, String name) {
    String own = role.name().shown();
    return own.equals(name)
        || role.path().filter(path -> (path + own).equals("/" + name)).isPresent();
  }

  /** What the input does not say of a role may be as asked for. */
  private static boolean isOf(Role role, PlainArn arn) {
    String resource = arn.resource();
    int slash = resource.lastIndexOf('/');
    return arn.isOf("iam", "role/")
        && isNamed(role, resource.substring(slash + 1))
        && role.account().map(arn.account()::equals).orElse(true)
        && role.path().map(resource.substring(4, slash + 1)::equals).orElse(true);
  }

  private Found failed(String message) {
    return new Found(Optional.empty(), List.of(Problem.error(message, at)));
  }

  private String unknown(String asked) {
    TreeSet<String> names = new TreeSet<>();
    inventory.roles().forEach(role -> names.add(role.name().shown()));
    if (names.isEmpty()) {
      return "there is no role in this input";
    }
    String name = asked.substring(asked.lastIndexOf('/') + 1);
    if (names.contains(name)) {
      return "no role `%s` is in this input, but one of that name in another account or path"
          .formatted(asked);
    }
    return "no role `%s` is in this input%s".formatted(asked, Closest.hint(name, names));
  }

  private static String ambiguous(String asked, List<Role> fitting) {
    List<String> all =
        new ArrayList<>(new TreeSet<>(fitting.stream().map(RoleLookup::shown).toList()));
    String named =
        all.stream()
            .limit(MOST_NAMED)
            .map(arn -> "`" + arn + "`")
            .collect(Collectors.joining(", "));
    return "`%s` is the name of several roles: %s%s; ask for one by its ARN"
        .formatted(asked, named, all.size() > MOST_NAMED ? " and others" : "");
  }

  /** The ARN as far as it is known. */
  private static String shown(Role role) {
    return "arn:aws:iam::%s:role%s%s"
        .formatted(role.account().orElse(""), role.path().orElse("/"), role.name().shown());
  }
}
