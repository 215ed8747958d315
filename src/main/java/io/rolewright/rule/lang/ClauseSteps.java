package io.rolewright.rule.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a clause does, one step after the other. Those of the rules that come with Rolewright are
 * made ready when a run first comes to them: most clauses see at their first steps that they have
 * nothing to say. For many threads.
 */
final class ClauseSteps {

  /** What is left to be made ready, in order; the compiler knows the variables of what is done. */
  private record Rest(ClauseCompiler compiler, List<Syntax> parts) {}

  private final Vocabulary vocabulary;
  private final String written;
  private volatile List<Step> ready;
  private Optional<Rest> rest = Optional.empty();

  private ClauseSteps(Vocabulary vocabulary, String written, List<Step> ready) {
    this.vocabulary = vocabulary;
    this.written = written;
    this.ready = List.copyOf(ready);
  }

  /** Of a clause that has been compiled. */
  static ClauseSteps ready(List<Step> steps) {
    return new ClauseSteps(new Vocabulary(), "", steps);
  }

  /**
   * Of a clause that is known to be without mistakes.
   *
   * @param written as {@link SyntaxCodec} writes it
   */
  static ClauseSteps later(Vocabulary vocabulary, String written) {
    return new ClauseSteps(vocabulary, written, List.of());
  }

  /** A step; the last one reports. */
  Step get(int index) {
    List<Step> known = ready;
    return index < known.size() ? known.get(index) : compiled(index);
  }

  private synchronized Step compiled(int index) {
    if (index >= ready.size()) {
      Rest left = rest.orElseGet(this::begun);
      List<Step> more = new ArrayList<>(ready);
      while (index >= more.size()) {
        more.add(left.compiler().step(left.parts().get(more.size())));
      }
      rest = Optional.of(left);
      ready = List.copyOf(more);
    }
    return ready.get(index);
  }

  private Rest begun() {
    Syntax clause = SyntaxCodec.read(written);
    ClauseCompiler compiler = new ClauseCompiler(vocabulary);
    compiler.subject(clause.part(0));
    return new Rest(compiler, clause.parts().subList(1, clause.parts().size()));
  }
}
