package io.rolewright.reason.access;

import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes conjunctions of lists as terms of single patterns: of two lists, the patterns of one that
 * lie within the other, and what is cut out where patterns meet. Exact: the terms are the actions
 * of the cubes, no more, no fewer.
 */
final class ActionTerms {

  private static final Pattern EVERYTHING = Pattern.glob("*");

  private final List<Language> lists;
  private final Map<Integer, ActionIndex> indices = new HashMap<>();
  private final Map<Pattern, ActionGlob> globs = new HashMap<>();
  private final ActionRelations relations = new ActionRelations();

  ActionTerms(List<Language> lists) {
    this.lists = lists;
  }

  ActionSet of(List<ActionCover.Cube> cubes) {
    Set<ActionTerm> terms = new LinkedHashSet<>();
    cubes.forEach(cube -> terms.addAll(of(cube)));
    return ActionSet.of(needed(terms));
  }

  private List<ActionTerm> of(ActionCover.Cube cube) {
    List<Integer> in = cube.in().stream().boxed().collect(Collectors.toList());
    in.sort(Comparator.comparingInt(list -> lists.get(list).patterns().size()));
    List<ActionTerm> terms = List.of(ActionTerm.of(EVERYTHING));
    for (int list : in) {
      terms = within(terms, index(list));
    }
    for (int list : cube.notIn().stream().toArray()) {
      terms = outside(terms, index(list));
    }
    return terms;
  }

  private ActionIndex index(int list) {
    return indices.computeIfAbsent(
        list, number -> new ActionIndex(globs(lists.get(number).patterns())));
  }

  private List<ActionTerm> within(List<ActionTerm> terms, ActionIndex list) {
    Set<ActionTerm> cut = new LinkedHashSet<>();
    for (ActionTerm term : terms) {
      cut.addAll(within(term, list));
    }
    return needed(cut);
  }

  private List<ActionTerm> within(ActionTerm term, ActionIndex list) {
    List<ActionGlob> wanted = globs(term.wanted());
    List<ActionTerm> cut = new ArrayList<>();
    for (ActionGlob glob : list.near(wanted.get(0))) {
      if (wanted.stream().allMatch(one -> relations.meet(one, glob))) {
        if (wanted.stream().anyMatch(one -> relations.isWithin(one, glob))) {
          return List.of(term);
        }
        cut.add(both(wanted, glob));
      }
    }
    return cut;
  }

  /** Without the patterns that say nothing more beside another. */
  private ActionTerm both(List<ActionGlob> wanted, ActionGlob glob) {
    List<Pattern> left = new ArrayList<>();
    for (ActionGlob one : wanted) {
      if (!relations.isWithin(glob, one)) {
        left.add(one.pattern());
      }
    }
    left.add(glob.pattern());
    if (left.size() == 2) {
      Optional<Pattern> one = ofService(glob(left.get(0)), glob(left.get(1)));
      left = one.map(List::of).orElse(left);
    }
    return new ActionTerm(left.get(0), left.subList(1, left.size()), List.of());
  }

  /** {@code s3:*} and {@code *:Get*} are {@code s3:Get*}: an action has one colon. */
  private static Optional<Pattern> ofService(ActionGlob a, ActionGlob b) {
    ActionGlob whole = a.text().equals(a.service() + ":*") ? a : b;
    ActionGlob other = whole == a ? b : a;
    boolean applies = whole.text().equals(whole.service() + ":*") && other.text().startsWith("*:");
    return applies
        ? Optional.of(Pattern.glob(whole.service() + other.text().substring(1)).ignoringCase())
        : Optional.empty();
  }

  /** Of actions of one service, {@code *:*Acl} says no more than {@code s3:*Acl}. */
  private static Pattern inService(ActionGlob glob, String service) {
    return !service.isEmpty() && glob.text().startsWith("*:")
        ? Pattern.glob(service + glob.text().substring(1)).ignoringCase()
        : glob.pattern();
  }

  private List<ActionTerm> outside(List<ActionTerm> terms, ActionIndex list) {
    List<ActionTerm> cut = new ArrayList<>();
    terms.forEach(term -> outside(term, list).ifPresent(cut::add));
    return cut;
  }

  /** Nothing if the list takes all of the term. */
  private Optional<ActionTerm> outside(ActionTerm term, ActionIndex list) {
    List<ActionGlob> wanted = globs(term.wanted());
    List<ActionGlob> except = new ArrayList<>();
    for (ActionGlob glob : list.near(wanted.get(0))) {
      if (wanted.stream().allMatch(one -> relations.meet(one, glob))) {
        if (wanted.stream().anyMatch(one -> relations.isWithin(one, glob))) {
          return Optional.empty();
        }
        except.add(glob);
      }
    }
    if (except.isEmpty()) {
      return Optional.of(term);
    }
    List<Pattern> all = new ArrayList<>(term.except());
    except.forEach(glob -> all.add(inService(glob, wanted.get(0).service())));
    return all.size() > 1 && relations.isCovered(term.wanted(), all)
        ? Optional.empty()
        : Optional.of(new ActionTerm(term.pattern(), term.also(), largest(all)));
  }

  /** The patterns that are within no other, by text. */
  private List<Pattern> largest(List<Pattern> patterns) {
    List<ActionTerm> plain =
        needed(patterns.stream().map(ActionTerm::of).collect(Collectors.toList()));
    return plain.stream().sorted().map(ActionTerm::pattern).toList();
  }

  /** Leaves out what another term has all of. */
  private List<ActionTerm> needed(Collection<ActionTerm> some) {
    Set<ActionTerm> terms = new LinkedHashSet<>(some);
    Map<Pattern, List<ActionTerm>> byPattern = new HashMap<>();
    for (ActionTerm term : terms) {
      byPattern.computeIfAbsent(term.pattern(), none -> new ArrayList<>()).add(term);
    }
    ActionIndex index = new ActionIndex(globs(List.copyOf(byPattern.keySet())));
    Set<ActionTerm> left = new LinkedHashSet<>(terms);
    for (ActionTerm term : terms) {
      for (ActionGlob glob : index.near(glob(term.pattern()))) {
        for (ActionTerm other : byPattern.get(glob.pattern())) {
          if (left.contains(term) && left.contains(other) && hasAll(other, term)) {
            left.remove(term);
          }
        }
      }
    }
    return new ArrayList<>(left);
  }

  /** Whether it is plain to see that {@code large} has all of {@code small}. */
  private boolean hasAll(ActionTerm large, ActionTerm small) {
    return !large.equals(small)
        && large.also().isEmpty()
        && relations.isWithin(glob(small.pattern()), glob(large.pattern()))
        && large.except().stream().allMatch(except -> isLeftOut(except, small));
  }

  private boolean isLeftOut(Pattern except, ActionTerm small) {
    ActionGlob glob = glob(except);
    return !relations.meet(glob, glob(small.pattern()))
        || small.except().stream().anyMatch(other -> relations.isWithin(glob, glob(other)));
  }

  private ActionGlob glob(Pattern pattern) {
    return globs.computeIfAbsent(pattern, ActionGlob::of);
  }

  private List<ActionGlob> globs(List<Pattern> patterns) {
    return patterns.stream().map(this::glob).toList();
  }
}
