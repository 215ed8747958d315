package io.rolewright.rule.word;

import io.rolewright.catalog.SpecialAddresses;
import io.rolewright.simulate.Operands;
import java.math.BigDecimal;
import java.util.Optional;

/** What can be told of a block of addresses that a condition names. */
final class AddressBlocks {

  /** Where IPv6 begins on the line of addresses. */
  private static final BigDecimal SIX = BigDecimal.valueOf(2).pow(64);

  private static final BigDecimal EIGHT_OF_FOUR = BigDecimal.valueOf(2).pow(24);
  private static final BigDecimal THIRTY_TWO_OF_SIX = BigDecimal.valueOf(2).pow(96);

  private AddressBlocks() {}

  /** Whether it is a /8 or wider, of IPv6 a /32 or wider; nothing if it cannot be read. */
  static Optional<Boolean> isWide(String block) {
    return Operands.addresses(block)
        .map(
            range -> {
              BigDecimal size = range.last().subtract(range.first()).add(BigDecimal.ONE);
              boolean six = range.first().compareTo(SIX) >= 0;
              return size.compareTo(six ? THIRTY_TWO_OF_SIX : EIGHT_OF_FOUR) >= 0;
            });
  }

  /** Whether all of it is such as networks use inside; nothing if it cannot be read. */
  static Optional<Boolean> isPrivate(String block) {
    return Operands.addresses(block)
        .map(range -> SpecialAddresses.all().stream().anyMatch(s -> isInside(range, s)));
  }

  /** Documentation stands for somebody's addresses in examples, and is no fault. */
  private static boolean isInside(Operands.Range range, SpecialAddresses special) {
    Operands.Range all = Operands.addresses(special.range()).orElseThrow();
    return !special.kind().equals("documentation")
        && range.first().compareTo(all.first()) >= 0
        && range.last().compareTo(all.last()) <= 0;
  }
}
