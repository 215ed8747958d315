package io.rolewright.analyze;

import java.util.List;

/**
 * A fix that was proved: with its edits made the finding is gone, nothing else is found, and
 * whoever is meant to get in still does.
 *
 * @param title what it does, in the imperative
 * @param edits of one file, by place; they do not overlap
 */
public record Offer(String title, List<Edit> edits) {

  public Offer {
    edits = List.copyOf(edits);
  }
}
