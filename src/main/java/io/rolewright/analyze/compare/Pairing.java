package io.rolewright.analyze.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what is the same thing on both sides, by ever weaker signs: what is of the same file and
 * name, of the same name, of the same logical id, of the same trust. A weak sign counts only where
 * just one thing on each side bears it. What is left is on one side only.
 */
final class Pairing {

  private static final Comparator<Couple> ORDER =
      Comparator.comparing((Couple c) -> c.shown().noun())
          .thenComparing(c -> c.shown().name())
          .thenComparing(c -> c.shown().account().orElse(""))
          .thenComparing(c -> c.shown().file())
          .thenComparing(Couple::world)
          .thenComparing(c -> c.shown().at().span().start());

  private final Set<Holder> before;
  private final Set<Holder> after;
  private final Snapshot old;
  private final Snapshot fresh;
  private final List<Couple> couples = new ArrayList<>();

  private Pairing(Snapshot old, Snapshot fresh) {
    this.old = old;
    this.fresh = fresh;
    this.before = new LinkedHashSet<>(old.holders());
    this.after = new LinkedHashSet<>(fresh.holders());
  }

  /** All pairs, in a fixed order. */
  static List<Couple> of(Snapshot before, Snapshot after) {
    return new Pairing(before, after).couples();
  }

  private List<Couple> couples() {
    byKey(h -> Optional.of(List.of(named(h), h.file(), h.account(), h.world())));
    byKey(h -> Optional.of(List.of(named(h), h.account(), h.world())));
    byKey(h -> Optional.of(List.of(named(h), h.world())));
    worlds();
    byKey(h -> h.logicalId().map(id -> List.of(h.noun(), id, h.world())));
    singleFiles();
    byKey(h -> h.trust().map(trust -> List.of(trust, h.world())));
    before.forEach(h -> couples.add(Couple.removed(h)));
    after.forEach(h -> couples.add(Couple.added(h)));
    couples.sort(ORDER);
    return couples;
  }

  private static List<String> named(Holder holder) {
    return List.of(holder.noun(), holder.name());
  }

  /** Pairs what alone bears a key on both sides. */
  private void byKey(Function<Holder, Optional<List<Object>>> key) {
    Map<List<Object>, List<Holder>> left = grouped(before, key);
    Map<List<Object>, List<Holder>> right = grouped(after, key);
    left.forEach(
        (name, olds) -> {
          List<Holder> news = right.getOrDefault(name, List.of());
          if (olds.size() == 1 && news.size() == 1) {
            pair(olds.get(0), news.get(0));
          }
        });
  }

  private static Map<List<Object>, List<Holder>> grouped(
      Collection<Holder> holders, Function<Holder, Optional<List<Object>>> key) {
    Map<List<Object>, List<Holder>> groups = new LinkedHashMap<>();
    for (Holder holder : holders) {
      key.apply(holder)
          .ifPresent(name -> groups.computeIfAbsent(name, n -> new ArrayList<>()).add(holder));
    }
    return groups;
  }

  private void pair(Holder one, Holder other) {
    before.remove(one);
    after.remove(other);
    couples.add(Couple.of(one, other));
  }

  /**
   * What template conditions make of one thing: where these differ between the sides, each version
   * is compared with every version on the other side.
   */
  private void worlds() {
    Map<List<Object>, List<Holder>> olds = grouped(old.holders(), Pairing::owned);
    Map<List<Object>, List<Holder>> news = grouped(fresh.holders(), Pairing::owned);
    for (Holder added : List.copyOf(after)) {
      otherWorlds(added, olds).forEach(o -> across(o, added));
    }
    for (Holder gone : List.copyOf(before)) {
      otherWorlds(gone, news).forEach(o -> across(gone, o));
    }
  }

  private static Optional<List<Object>> owned(Holder holder) {
    return Optional.of(List.of(named(holder), holder.account()));
  }

  private static List<Holder> otherWorlds(Holder holder, Map<List<Object>, List<Holder>> among) {
    return among.getOrDefault(owned(holder).orElseThrow(), List.of()).stream()
        .filter(other -> !other.world().equals(holder.world()))
        .toList();
  }

  private void across(Holder one, Holder other) {
    Couple couple = Couple.of(one, other);
    before.remove(one);
    after.remove(other);
    if (!couples.contains(couple)) {
      couples.add(couple);
    }
  }

  /** Two files of one thing each are versions of it, whatever they are called. */
  private void singleFiles() {
    boolean single = old.file() && fresh.file() && couples.isEmpty();
    if (single && before.size() == 1 && after.size() == 1) {
      Holder one = before.iterator().next();
      Holder other = after.iterator().next();
      if (one.noun().equals(other.noun())) {
        pair(one, other);
      }
    }
  }
}
