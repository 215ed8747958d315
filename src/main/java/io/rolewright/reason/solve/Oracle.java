package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Literal;
import java.util.Collection;
import java.util.List;

/**
 * Somebody else to ask about literals that the theories leave open. Law: literals that it calls
 * impossible do hold together of no request; values that it gives are checked by who asked. The
 * same question gets the same answer.
 */
public interface Oracle {

  /**
   * Whether all literals can hold of one request.
   *
   * @param domains of which only what single fields can say counts, no laws
   */
  Opinion ask(Collection<Literal> literals, Domains domains);

  /** What it says. */
  sealed interface Opinion {

    /** They hold of this request. */
    record Possible(Assignment values) implements Opinion {}

    /** They cannot all hold; already these, which are among them, cannot. */
    record Impossible(List<Literal> core) implements Opinion {

      public Impossible {
        core = List.copyOf(core);
      }
    }

    /** Not known, for a reason that completes the sentence "... is undecided:". */
    record Unknown(String reason) implements Opinion {}
  }
}
