package io.rolewright.reason.access;

import io.rolewright.reason.formula.Intervals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Points of the line of addresses as blocks in CIDR notation. An IPv4 address is its number, from 0
 * to 2^32 - 1; an IPv6 address is its number and 2^64.
 */
final class AddressRanges {

  /** More blocks than this are shown as first and last address. */
  private static final int MOST_BLOCKS = 6;

  private record Family(BigInteger start, int bits) {

    BigInteger last() {
      return start.add(BigInteger.ONE.shiftLeft(bits)).subtract(BigInteger.ONE);
    }

    String text(BigInteger point) {
      BigInteger number = point.subtract(start);
      return bits == 32 ? four(number.longValue()) : six(number);
    }
  }

  private static final List<Family> FAMILIES =
      List.of(new Family(BigInteger.ZERO, 32), new Family(BigInteger.ONE.shiftLeft(64), 128));

  private AddressRanges() {}

  /** Blocks and ranges, ascending; points that are no address are left out. */
  static List<String> of(Intervals points) {
    List<String> ranges = new ArrayList<>();
    for (Intervals.Piece piece : points.pieces()) {
      FAMILIES.forEach(family -> add(piece, family, ranges));
    }
    return ranges;
  }

  private static void add(Intervals.Piece piece, Family family, List<String> to) {
    BigInteger first = first(piece).map(family.start()::max).orElse(family.start());
    BigInteger last = last(piece).map(family.last()::min).orElse(family.last());
    if (first.compareTo(last) > 0) {
      return;
    }
    List<String> blocks = blocks(first, last, family);
    if (blocks.size() > MOST_BLOCKS) {
      to.add(family.text(first) + " to " + family.text(last));
    } else {
      to.addAll(blocks);
    }
  }

  private static Optional<BigInteger> first(Intervals.Piece piece) {
    return piece
        .low()
        .map(
            low ->
                piece.lowIncluded()
                    ? whole(low, RoundingMode.CEILING)
                    : whole(low, RoundingMode.FLOOR).add(BigInteger.ONE));
  }

  private static Optional<BigInteger> last(Intervals.Piece piece) {
    return piece
        .high()
        .map(
            high ->
                piece.highIncluded()
                    ? whole(high, RoundingMode.FLOOR)
                    : whole(high, RoundingMode.CEILING).subtract(BigInteger.ONE));
  }

  private static BigInteger whole(BigDecimal point, RoundingMode mode) {
    return point.setScale(0, mode).toBigInteger();
  }

  /** The largest block that begins at the first address and fits, again and again. */
  private static List<String> blocks(BigInteger first, BigInteger last, Family family) {
    List<String> blocks = new ArrayList<>();
    BigInteger from = first;
    while (from.compareTo(last) <= 0) {
      BigInteger left = last.subtract(from).add(BigInteger.ONE);
      BigInteger number = from.subtract(family.start());
      int aligned = number.signum() == 0 ? family.bits() : number.getLowestSetBit();
      int size = Math.min(aligned, left.bitLength() - 1);
      int prefix = family.bits() - size;
      blocks.add(family.text(from) + (size == 0 ? "" : "/" + prefix));
      from = from.add(BigInteger.ONE.shiftLeft(size));
    }
    return blocks;
  }

  private static String four(long number) {
    return (number >> 24)
        + "."
        + (number >> 16 & 255)
        + "."
        + (number >> 8 & 255)
        + "."
        + (number & 255);
  }

  /** With the first longest run of zeros left out. */
  private static String six(BigInteger number) {
    int[] groups = new int[8];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = number.shiftRight(16 * (7 - i)).intValue() & 0xffff;
    }
    int start = 0;
    int longest = 1;
    for (int i = 0; i < groups.length; i++) {
      int end = i;
      while (end < groups.length && groups[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        start = i;
        longest = end - i;
      }
    }
    return longest == 1
        ? hex(groups, 0, 8)
        : hex(groups, 0, start) + "::" + hex(groups, start + longest, 8);
  }

  private static String hex(int[] groups, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }
}
