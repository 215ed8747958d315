package io.rolewright.reason.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against every half from below the least end to above the greatest. */
class IntervalsTest {

  private static final List<BigDecimal> HALVES =
      IntStream.rangeClosed(-4, 14).mapToObj(i -> new BigDecimal(i).divide(two())).toList();

  private static BigDecimal two() {
    return new BigDecimal(2);
  }

  private record Known(Intervals intervals, List<BigDecimal> points) {}

  @Test
  void sets_of_points_are_made_and_joined_as_named() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      Known one = some(random, 3);
      Known other = some(random, 3);
      assertThat(points(one.intervals())).isEqualTo(one.points());
      List<BigDecimal> both = new ArrayList<>(one.points());
      both.retainAll(other.points());
      assertThat(points(one.intervals().intersect(other.intervals()))).isEqualTo(both);
      boolean same = one.points().equals(other.points());
      assertThat(one.intervals().equals(other.intervals())).isEqualTo(same);
      checkSome(one);
    }
  }

  private static void checkSome(Known known) {
    Optional<BigDecimal> any = known.intervals().some(false);
    assertThat(any.isPresent()).isEqualTo(!known.points().isEmpty());
    assertThat(any.stream()).allMatch(known.intervals()::contains);
    Optional<BigDecimal> whole = known.intervals().some(true);
    assertThat(whole.isPresent())
        .isEqualTo(known.points().stream().anyMatch(IntervalsTest::isWhole));
    assertThat(whole.stream())
        .allMatch(known.intervals()::contains)
        .allMatch(IntervalsTest::isWhole);
  }

  private static boolean isWhole(BigDecimal point) {
    return point.stripTrailingZeros().scale() <= 0;
  }

  private static List<BigDecimal> points(Intervals intervals) {
    return HALVES.stream().filter(intervals::contains).toList();
  }

  /** Ends are whole numbers from 0 to 5, so that the halves tell all apart. */
  private static Known some(Random random, int depth) {
    BigDecimal end = new BigDecimal(random.nextInt(6));
    int kind = random.nextInt(depth == 0 ? 5 : 8);
    return switch (kind) {
      case 0 -> known(Intervals.at(end), p -> p.compareTo(end) == 0);
      case 1 -> known(Intervals.above(end), p -> p.compareTo(end) > 0);
      case 2 -> known(Intervals.atLeast(end), p -> p.compareTo(end) >= 0);
      case 3 -> known(Intervals.below(end), p -> p.compareTo(end) < 0);
      case 4 -> known(Intervals.atMost(end), p -> p.compareTo(end) <= 0);
      case 5 -> {
        Known inner = some(random, depth - 1);
        yield known(inner.intervals().complement(), p -> !inner.points().contains(p));
      }
      default -> {
        Known one = some(random, depth - 1);
        Known other = some(random, depth - 1);
        yield known(
            one.intervals().union(other.intervals()),
            p -> one.points().contains(p) || other.points().contains(p));
      }
    };
  }

  private static Known known(Intervals intervals, Predicate<BigDecimal> contains) {
    return new Known(intervals, HALVES.stream().filter(contains).toList());
  }

  @Test
  void an_end_that_would_take_all_memory_is_refused() {
    BigDecimal huge = new BigDecimal("1E+999999999");
    assertThat(Intervals.canBeEnd(huge)).isFalse();
    assertThat(Intervals.canBeEnd(new BigDecimal("1E-999999999"))).isFalse();
    assertThatThrownBy(() -> Intervals.above(huge)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Intervals.above(BigDecimal.ONE).contains(huge)).isTrue();
  }
}
