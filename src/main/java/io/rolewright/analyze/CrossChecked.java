package io.rolewright.analyze;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of looking at the answers of a run again.
 *
 * @param agreed how many were confirmed
 * @param unchecked reasons why others could be neither confirmed nor refuted, each with how many
 * @param differences where the other way says the contrary: a bug in one of the two; each once
 * @param unavailable why nothing could be looked at, or none
 */
public record CrossChecked(
    int agreed,
    SortedMap<String, Integer> unchecked,
    List<String> differences,
    Optional<String> unavailable) {

  public CrossChecked {
    unchecked = new TreeMap<>(unchecked);
    differences = List.copyOf(differences);
  }

  /** How many could be neither confirmed nor refuted. */
  public int uncheckedCount() {
    return unchecked.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many answers there were. */
  public int total() {
    return agreed + uncheckedCount() + differences.size();
  }
}
