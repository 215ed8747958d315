package io.rolewright.reason.actor;

import io.rolewright.model.Text;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.simulate.Operands;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Addresses that somebody may come from whom the policies do not know: all that the internet routes
 * save the ranges that policies name. A range so wide that it keeps nobody out (R5.1: wider than
 * /8, for IPv6 /16) names no network, nor do narrow ones that together are wider than that by far.
 */
final class Addresses {

  /** Where IPv6 begins. */
  private static final BigDecimal SIX = power(64);

  /** What networks use inside. */
  private static final Intervals PRIVATE =
      union(
          four(10, 0, 8), four(100, 64, 10), four(172, 16, 12), four(192, 168, 16), six(0xfc00, 7));

  /** What AWS sees nobody come from: loopback, link-local, multicast, reserved. */
  private static final Intervals NOBODY =
      union(four(0, 0, 8), four(127, 0, 8), four(169, 254, 16), four(224, 0, 3));

  private static final Intervals PUBLIC =
      union(four(0, 0, 0), six(0x2000, 3)).intersect(PRIVATE.union(NOBODY).complement());

  /** From here on a range keeps nobody out. */
  private static final BigDecimal WIDE_FOUR = power(24);

  private static final BigDecimal WIDE_SIX = power(112);

  /** So many addresses together are the internet rather than somebody's network. */
  private static final BigDecimal MANY_FOUR = power(28);

  private static final BigDecimal MANY_SIX = power(116);

  private final Intervals sources;

  private Addresses(Intervals sources) {
    this.sources = sources;
  }

  static Addresses notOf(Named named) {
    Intervals known = Intervals.none();
    BigDecimal four = BigDecimal.ZERO;
    BigDecimal six = BigDecimal.ZERO;
    for (Text text : named.of("aws:sourceip")) {
      Optional<Operands.Range> range = text.plain().flatMap(Operands::addresses);
      if (range.isPresent()) {
        BigDecimal first = range.get().first();
        BigDecimal more = range.get().last().subtract(first);
        boolean isSix = first.compareTo(SIX) >= 0;
        if (more.compareTo(isSix ? WIDE_SIX : WIDE_FOUR) < 0) {
          four = isSix ? four : four.add(more);
          six = isSix ? six.add(more) : six;
          known = known.union(Intervals.closed(first, range.get().last()));
        }
      }
    }
    boolean most = four.compareTo(MANY_FOUR) > 0 || six.compareTo(MANY_SIX) > 0;
    return new Addresses(most ? PUBLIC : PUBLIC.intersect(known.complement()));
  }

  /** The addresses that requests may come from. */
  Intervals sources() {
    return sources;
  }

  private static Intervals four(int first, int second, int length) {
    BigDecimal start = BigDecimal.valueOf(((long) first << 24) + ((long) second << 16));
    BigDecimal more = BigDecimal.valueOf((1L << 32 - length) - 1);
    return Intervals.closed(start, start.add(more));
  }

  /** Of IPv6, by its first sixteen bits. */
  private static Intervals six(int first, int length) {
    BigDecimal start = SIX.add(BigDecimal.valueOf(first).multiply(power(112)));
    return Intervals.closed(start, start.add(power(128 - length)).subtract(BigDecimal.ONE));
  }

  private static BigDecimal power(int exponent) {
    return BigDecimal.valueOf(2).pow(exponent);
  }

  private static Intervals union(Intervals... parts) {
    Intervals all = Intervals.none();
    for (Intervals part : parts) {
      all = all.union(part);
    }
    return all;
  }
}
