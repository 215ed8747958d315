package io.rolewright.reason.estate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.solve.Means;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A search backwards from what is wanted: who can do it, who can become one of these, and so on.
 * Everybody is reached once, by a shortest way; ways that are certain go before those that hang on
 * something unknown. Mutable, for one question.
 */
public final class Reach {

  /** Of requests that are looked at; enough for an estate of any size that is not made to hurt. */
  private static final int MOST_CROSSINGS = 1_000_000;

  /** Of these, so many are also looked at again, if that is wished. */
  private static final int MOST_SECOND_LOOKS = 2_000;

  /** A question may take the steps of so many. */
  private static final long ORDINARY_QUESTIONS = 20;

  private static final int NOBODY = -1;

  private final Principals principals;
  private final Means means;
  private final boolean[] reached;
  private final Passage[] passage;
  private final int[] next;
  private final Deque<Integer> open = new ArrayDeque<>();
  private final Deque<Doubtful> doubtful = new ArrayDeque<>();
  private final List<Integer> order = new ArrayList<>();
  private int[] left;
  private int leftCount;
  private int crossings;
  private final BitSet barred = new BitSet();

  /** A way that hangs on something unknown, for later. */
  private record Doubtful(int from, int to, Passage passage) {}

  /**
   * Who was found.
   *
   * @param reached shortest ways first, then by ARN
   * @param missing why there may be more
   */
  public record Result(List<Reached> reached, Optional<String> missing) {

    public Result {
      reached = List.copyOf(reached);
    }
  }

  private Reach(Principals principals, Means means) {
    this.means = means.withSteps(ORDINARY_QUESTIONS * means.steps());
    this.principals = principals;
    int count = principals.all().size();
    this.reached = new boolean[count];
    this.passage = new Passage[count];
    this.next = new int[count];
    Arrays.fill(next, NOBODY);
    this.left = new int[count];
    for (int i = 0; i < count; i++) {
      left[i] = i;
    }
    this.leftCount = count;
    for (int i = 0; i < count; i++) {
      barred.set(i, principals.side(i).isBarred());
    }
  }

  /** Who can assume a role of the estate; himself it is not. */
  public static Result assuming(Principals principals, Principal role) {
    return assuming(principals, role, Means.ordinary());
  }

  /** The same by other means. */
  public static Result assuming(Principals principals, Principal role, Means means) {
    Reach reach = new Reach(principals, means);
    int number = principals.number(role);
    reach.reached[number] = true;
    reach.open.add(number);
    reach.walk();
    return reach.result();
  }

  /** Who can do something. */
  public static Result doing(Principals principals, Target target, Means means) {
    Reach reach = new Reach(principals, means);
    Relevant relevant = new Relevant(target.action());
    Target slim = target.with(target.policy().map(relevant::of));
    for (int i = 0; i < principals.all().size(); i++) {
      Principal principal = principals.all().get(i);
      Side side = Side.of(principal, relevant);
      if (!side.identity().isEmpty() || target.policy().isPresent()) {
        reach.cross(i, NOBODY, new Crossing(principal, side, slim, reach.next()));
      }
    }
    reach.walk();
    return reach.result();
  }

  private void walk() {
    while (!open.isEmpty() || !doubtful.isEmpty()) {
      if (open.isEmpty()) {
        Doubtful way = doubtful.poll();
        if (!reached[way.from]) {
          take(way.from, way.to, way.passage);
        }
      } else {
        expand(open.poll());
      }
    }
  }

  private void expand(int role) {
    Principal wanted = principals.all().get(role);
    Optional<PolicyDocument> trust = principals.trust(wanted);
    if (trust.isEmpty()) {
      return;
    }
    Target target = Target.assuming(wanted, trust.get());
    Asked once = new Asked();
    principals.candidates(
        wanted,
        trust.get(),
        this::eachLeft,
        candidate -> {
          if (!reached[candidate]
              && !barred.get(candidate)
              && once.add(candidate)
              && crossings < MOST_CROSSINGS) {
            Principal from = principals.all().get(candidate);
            cross(candidate, role, new Crossing(from, principals.side(candidate), target, next()));
          }
        });
  }

  /** Who was asked about one role. */
  private static final class Asked {
    private final BitSet numbers = new BitSet();

    boolean add(int number) {
      boolean added = !numbers.get(number);
      numbers.set(number);
      return added;
    }
  }

  /** By what means the next crossing is looked for. */
  private Means next() {
    if (crossings == MOST_SECOND_LOOKS) {
      means.review().unchecked("more than " + MOST_SECOND_LOOKS + " pairs of principals");
    }
    return crossings < MOST_SECOND_LOOKS ? means : means.withReview(Means.ordinary().review());
  }

  private void cross(int from, int to, Crossing crossing) {
    crossings++;
    Optional<Passage> found = crossing.find();
    if (found.isEmpty()) {
      return;
    }
    if (found.get().isCertain()) {
      take(from, to, found.get());
    } else {
      doubtful.add(new Doubtful(from, to, found.get()));
    }
  }

  private void take(int from, int to, Passage by) {
    reached[from] = true;
    passage[from] = by;
    next[from] = to;
    order.add(from);
    if (principals.all().get(from).isRole()) {
      open.add(from);
    }
  }

  /** Gives whoever is not reached yet, and forgets the others. */
  private void eachLeft(IntConsumer number) {
    int kept = 0;
    for (int i = 0; i < leftCount; i++) {
      if (!reached[left[i]] && !barred.get(left[i])) {
        left[kept++] = left[i];
      }
    }
    leftCount = kept;
    int[] now = Arrays.copyOf(left, kept);
    for (int each : now) {
      number.accept(each);
    }
  }

  private Result result() {
    List<Reached> all = new ArrayList<>();
    Reached[] made = new Reached[reached.length];
    for (int from : order) {
      boolean last = next[from] == NOBODY || made[next[from]] == null;
      Optional<Reached> then = last ? Optional.empty() : Optional.of(made[next[from]]);
      made[from] = new Reached(principals.all().get(from), passage[from], then);
      all.add(made[from]);
    }
    all.sort(
        Comparator.comparing((Reached way) -> !way.isCertain())
            .thenComparing(Reached::steps)
            .thenComparing(way -> way.principal().arn()));
    return new Result(all, missing());
  }

  private Optional<String> missing() {
    return crossings < MOST_CROSSINGS
        ? Optional.empty()
        : Optional.of("more than " + MOST_CROSSINGS + " pairs would have to be looked at");
  }
}
