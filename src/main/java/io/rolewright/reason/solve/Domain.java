package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.strings.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a field can say at all, and what it preferably says. Proofs rest on the first, so it must be
 * true of every request; the second changes only which request is shown.
 */
public sealed interface Domain {

  /** Whether a field is there. */
  enum Presence {
    OPTIONAL,
    ALWAYS,
    NEVER
  }

  /** Whether the field is there. */
  Presence presence();

  /**
   * Of a field with one text or a set of texts.
   *
   * @param shape each text is in it; none: any text
   * @param hints texts to show if they will do, the best first
   */
  record Texts(Presence presence, Optional<Language> shape, Hints hints) implements Domain {

    /** Any text, or absent. */
    public static Texts any() {
      return new Texts(Presence.OPTIONAL, Optional.empty(), Hints.NONE);
    }

    /** Whether it can say this. */
    boolean has(String text) {
      return shape.filter(language -> !language.matches(text)).isEmpty();
    }

    /** The same with this presence. */
    public Texts with(Presence presence) {
      return new Texts(presence, shape, hints);
    }

    /** The same for texts of this shape only. */
    public Texts shaped(Language shape) {
      return new Texts(presence, Optional.of(shape), hints);
    }

    /** The same with these texts to show if they will do. */
    public Texts hinted(List<String> hints) {
      return hinted(Hints.of(hints));
    }

    /** The same with these texts to show if they will do. */
    public Texts hinted(Hints hints) {
      return new Texts(presence, shape, hints);
    }
  }

  /**
   * Of a field with a point.
   *
   * @param range each point is in it
   * @param whole whether points are whole numbers, as seconds and addresses are
   * @param hints points to show if they will do, the best first
   */
  record Points(Presence presence, Intervals range, boolean whole, List<BigDecimal> hints)
      implements Domain {

    public Points {
      hints = List.copyOf(hints);
    }

    /** Any decimal, or absent. */
    public static Points any() {
      return new Points(Presence.OPTIONAL, Intervals.all(), false, List.of());
    }

    /** Whether it can say this. */
    boolean has(BigDecimal point) {
      return range.contains(point) && (!whole || point.stripTrailingZeros().scale() <= 0);
    }

    /** The same with this presence. */
    public Points with(Presence presence) {
      return new Points(presence, range, whole, hints);
    }

    /** Whole numbers in {@code range}. */
    public Points wholes(Intervals range) {
      return new Points(presence, range, true, hints);
    }

    /** The same with these points to show if they will do. */
    public Points hinted(List<BigDecimal> hints) {
      return new Points(presence, range, whole, hints);
    }
  }
}
