package io.rolewright.reason.estate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The users and roles of an estate, ready to be asked who may assume whom: trust policies by whom
 * they name, permissions by the roles they are for. Asking for a role looks at those whom its trust
 * policy may let in and at nobody else. Immutable.
 */
public final class Principals {

  static final String CALL = "sts:AssumeRole";

  private final List<Principal> all;
  private final Map<String, List<Integer>> byArn = new HashMap<>();
  private final Map<String, List<Integer>> byAccount = new HashMap<>();
  private final Map<String, List<Integer>> rolesByName = new HashMap<>();
  private final Map<Principal, Integer> numbers = new HashMap<>();
  private final Grants grants = new Grants();
  private final List<Side> sides = new ArrayList<>();
  private final Relevant relevant = new Relevant(CALL);

  private Principals(List<Principal> all) {
    this.all = List.copyOf(all);
    for (int i = 0; i < all.size(); i++) {
      Principal principal = all.get(i);
      numbers.put(principal, i);
      add(byArn, principal.arn(), i);
      add(byAccount, principal.account(), i);
      if (principal.isRole()) {
        add(rolesByName, principal.account() + "|" + principal.name(), i);
      }
      Side side = Side.of(principal, relevant);
      sides.add(side);
      grants.add(i, side.identity());
    }
  }

  /** These users and roles. */
  public static Principals of(List<Principal> all) {
    return new Principals(all);
  }

  private static void add(Map<String, List<Integer>> index, String key, int number) {
    index.computeIfAbsent(key, k -> new ArrayList<>()).add(number);
  }

  /** In the order given. */
  public List<Principal> all() {
    return all;
  }

  int number(Principal principal) {
    return numbers.get(principal);
  }

  /** What a principal's own policies say about assuming roles. */
  Side side(int number) {
    return sides.get(number);
  }

  /** What a role's trust policy says about it. */
  Optional<PolicyDocument> trust(Principal role) {
    return role.trust().map(relevant::of);
  }

  /**
   * Gives everybody who may be able to assume a role; some more than once.
   *
   * @param left who is left to be asked, for trust policies that name everybody
   */
  void candidates(Principal role, PolicyDocument trust, Left left, IntConsumer candidate) {
    boolean delegates = false;
    boolean everybody = false;
    for (Statement statement : trust.statements()) {
      if (statement.isDeny()) {
        continue; // an effect that is not known may be Allow
      }
      boolean listed = statement.principal().match(l -> true, e -> false, a -> false);
      everybody |= !listed;
      for (PrincipalPattern pattern : statement.principal().patterns()) {
        Named named = named(pattern, role, candidate);
        everybody |= named == Named.EVERYBODY;
        delegates |= named == Named.WITH_GRANTS;
      }
    }
    if (everybody) {
      left.each(
          number -> {
            if (all.get(number).account().equals(role.account())) {
              candidate.accept(number);
            }
          });
    }
    if (everybody || delegates) {
      grants.covering(role, candidate);
    }
  }

  /** Principals that nobody has reached yet. */
  interface Left {
    void each(IntConsumer number);
  }

  private enum Named {
    EVERYBODY,
    /** Whoever has an Allow of his own. */
    WITH_GRANTS,
    /** Given to the consumer already, or no user or role at all. */
    DONE
  }

  private Named named(PrincipalPattern pattern, Principal role, IntConsumer candidate) {
    return pattern.match(
        new PrincipalPattern.Cases<>(
            everyone -> Named.EVERYBODY,
            account -> Named.WITH_GRANTS,
            identity -> byName(identity.written(), byArn, role, candidate),
            session -> session(session, role, candidate),
            federatedUser -> Named.DONE,
            service -> Named.DONE,
            federated -> Named.DONE,
            canonical -> Named.DONE,
            id -> Named.DONE,
            unresolved -> Named.EVERYBODY,
            malformed -> Named.DONE));
  }

  private Named byName(
      Text written, Map<String, List<Integer>> index, Principal role, IntConsumer candidate) {
    Optional<String> name = plain(written, role);
    if (name.isEmpty()) {
      return Named.EVERYBODY;
    }
    index.getOrDefault(name.get(), List.of()).forEach(candidate::accept);
    return Named.DONE;
  }

  private Named session(PrincipalPattern.Session session, Principal role, IntConsumer candidate) {
    Optional<String> account = plain(session.account(), role);
    Optional<String> path = plain(session.path(), role);
    if (account.isEmpty() || path.isEmpty()) {
      return Named.EVERYBODY;
    }
    int slash = path.get().indexOf('/');
    String name = slash < 0 ? path.get() : path.get().substring(0, slash);
    rolesByName.getOrDefault(account.get() + "|" + name, List.of()).forEach(candidate::accept);
    return Named.DONE;
  }

  /** The text with the number of the role's account where the own account is meant. */
  private static Optional<String> plain(Text text, Principal role) {
    if (!text.unknowns().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(text.shown().replace(OWN_ACCOUNT, role.account()));
  }

  private static final String OWN_ACCOUNT = new io.rolewright.model.TextPart.OwnAccount().shown();
}
