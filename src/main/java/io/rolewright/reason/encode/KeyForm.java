package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Field;
import java.util.Optional;

/** What a condition key is in the formulas about one caller. */
public sealed interface KeyForm {

  /** One text, or absent where a field of it is. */
  record One(Compound text) implements KeyForm {}

  /**
   * Any number of texts; absent if none. Only plain and set operators that compare texts see it.
   */
  record Many(Field set) implements KeyForm {}

  /**
   * A number, a date in seconds since 1970, or an address: IPv4 as it is, IPv6 plus 2^64.
   *
   * @param unreadable the symbol that the key is there with a text that cannot be read as such
   *     (R1.33); none where AWS sets the key itself
   * @param form how its texts are read
   */
  record Line(Field line, Optional<String> unreadable, PointForm form) implements KeyForm {}

  /** It is in no request of this caller. */
  record Never() implements KeyForm {}
}
