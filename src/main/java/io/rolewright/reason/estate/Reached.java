package io.rolewright.reason.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A principal that gets there, and how: by what he does himself, and who goes on from there. */
public final class Reached {

  private final Principal principal;
  private final Passage passage;
  private final Optional<Reached> next;
  private final int steps;
  private final boolean certain;

  Reached(Principal principal, Passage passage, Optional<Reached> next) {
    this.principal = principal;
    this.passage = passage;
    this.next = next;
    this.steps = 1 + next.map(Reached::steps).orElse(0);
    this.certain = passage.isCertain() && next.map(Reached::isCertain).orElse(true);
  }

  /** Who it is. */
  public Principal principal() {
    return principal;
  }

  /** What he does: assumes the next role, or what was asked for. */
  public Passage passage() {
    return passage;
  }

  /** The role that he assumes to go on; none if he does what was asked for. */
  public Optional<Reached> next() {
    return next;
  }

  /** How many requests it takes. */
  public int steps() {
    return steps;
  }

  /** Whether no other role is needed. */
  public boolean isDirect() {
    return next.isEmpty();
  }

  /** Whether nothing on the way is unknown. */
  public boolean isCertain() {
    return certain;
  }

  /** The first steps from here, himself first. */
  public List<Reached> way(int most) {
    List<Reached> way = new ArrayList<>();
    Optional<Reached> at = Optional.of(this);
    while (at.isPresent() && way.size() < most) {
      way.add(at.get());
      at = at.get().next;
    }
    return way;
  }
}
