package io.rolewright.reason.access;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Actions with fewer terms: where very many of one service are named one by one, beginnings such as
 * {@code s3:Get*} take the place of names. Law: of the actions that the catalogue lists, and of
 * those that the terms name, exactly the same are in it. Actions that AWS may add are another
 * matter, so this is for reading only.
 *
 * @param actions the terms
 * @param asOfCatalogue whether a beginning took the place of names: then it is the same set only as
 *     long as AWS adds no action; else it is the same set
 */
public record Abridged(ActionSet actions, boolean asOfCatalogue) {

  /** Fewer names than this are left as they are. */
  private static final int MANY = 8;

  /** A beginning takes the place of at least so many names. */
  private static final int WORTH_IT = 3;

  /** The set, shorter where that can be. */
  public static Abridged of(ActionSet actions, Catalog catalog) {
    Map<String, List<ActionTerm>> names = new TreeMap<>();
    List<ActionTerm> terms = new ArrayList<>();
    for (ActionTerm term : actions.terms()) {
      ActionGlob glob = ActionGlob.of(term.pattern());
      if (term.isPlain() && glob.isName()) {
        names.computeIfAbsent(glob.service(), none -> new ArrayList<>()).add(term);
      } else {
        terms.add(term);
      }
    }
    boolean shorter = false;
    for (Map.Entry<String, List<ActionTerm>> entry : names.entrySet()) {
      List<ActionTerm> some = entry.getValue();
      List<ActionTerm> fewer =
          some.size() < MANY
              ? some
              : catalog
                  .service(entry.getKey())
                  .map(service -> fewer(service, some, actions))
                  .orElse(some);
      shorter |= fewer.size() < some.size();
      terms.addAll(fewer);
    }
    return shorter ? new Abridged(ActionSet.of(terms), true) : new Abridged(actions, false);
  }

  private static List<ActionTerm> fewer(
      Service service, List<ActionTerm> names, ActionSet actions) {
    Set<String> left = new TreeSet<>();
    names.forEach(name -> left.add(name.toString()));
    List<ActionTerm> terms = new ArrayList<>();
    for (String beginning : beginnings(service.actions())) {
      String lower = service.prefix() + ":" + beginning.toLowerCase(Locale.ROOT);
      Set<String> replaced = startingWith(lower, left);
      if (replaced.size() >= WORTH_IT && isAllIn(service, beginning, actions)) {
        left.removeAll(replaced);
        terms.add(ActionTerm.of(Pattern.glob(lower + "*").ignoringCase()));
      }
    }
    names.stream().filter(name -> left.contains(name.toString())).forEach(terms::add);
    return terms;
  }

  private static Set<String> startingWith(String beginning, Collection<String> names) {
    Set<String> some = new TreeSet<>();
    for (String name : names) {
      if (name.startsWith(beginning)) {
        some.add(name);
      }
    }
    return some;
  }

  private static boolean isAllIn(Service service, String beginning, ActionSet actions) {
    for (ServiceAction action : service.actions()) {
      boolean begins = action.name().regionMatches(true, 0, beginning, 0, beginning.length());
      if (begins && !actions.contains(action.id())) {
        return false;
      }
    }
    return true;
  }

  /** The words with which names begin, the shortest first: {@code Get}, {@code GetObject}. */
  private static List<String> beginnings(List<ServiceAction> actions) {
    Set<String> all = new TreeSet<>();
    for (ServiceAction action : actions) {
      String name = action.name();
      for (int at = 1; at < name.length(); at++) {
        if (Character.isUpperCase(name.charAt(at)) && Character.isLowerCase(name.charAt(at - 1))) {
          all.add(name.substring(0, at));
        }
      }
    }
    List<String> shortestFirst = new ArrayList<>(all);
    shortestFirst.sort(Comparator.comparingInt(String::length));
    return shortestFirst;
  }
}
