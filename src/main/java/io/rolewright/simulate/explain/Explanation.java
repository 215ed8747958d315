package io.rolewright.simulate.explain;

import io.rolewright.simulate.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Why a request was decided as it was, and what would change it.
 *
 * @param refusedBy who said no, of a denied request
 * @param sentences the story for people, each with its full stop; user text in backticks
 * @param deciding the statements that decided: the allowing ones, or the denying ones
 * @param nearestMiss of a request that nothing allows: the Allow statement that came closest
 * @param remedy of a denied request: what would let it through; none where nothing tried did
 * @param undecidedBy names of unknown pieces, such as template parameters, that decide
 * @param doubts uncertain items that the verdict hangs on
 */
public record Explanation(
    Verdict verdict,
    Optional<Side> refusedBy,
    List<String> sentences,
    List<Cited> deciding,
    Optional<NearMiss> nearestMiss,
    Optional<Remedy> remedy,
    List<String> undecidedBy,
    List<Doubt> doubts) {

  public Explanation {
    sentences = List.copyOf(sentences);
    deciding = List.copyOf(deciding);
    undecidedBy = List.copyOf(undecidedBy);
    doubts = List.copyOf(doubts);
  }

  /** The sentences as one paragraph. */
  public String text() {
    return String.join(" ", sentences);
  }
}
