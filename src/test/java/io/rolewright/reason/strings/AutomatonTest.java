package io.rolewright.reason.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Leaving out nodes that do not matter must change no answer. */
class AutomatonTest {

  private static final int LISTS = 1_500 * Integer.getInteger("rolewright.globs.rounds", 1);

  @Test
  void automata_of_many_runs_accept_what_the_patterns_fit() {
    Universe universe = new Universe("ab:", 6);
    Random random = new Random(31);
    for (int i = 0; i < LISTS; i++) {
      check(list(universe, random), universe.texts());
    }
  }

  @Test
  void a_covered_run_covers_the_node_before_it_only_once() {
    check(Stream.of("*a*a*c", "*ab").map(Universe.Sample::new).toList(), List.of("aab", "aac"));
  }

  /** Patterns that begin alike, as they do in policies. */
  private static List<Universe.Sample> list(Universe universe, Random random) {
    String common = universe.sample(random, "***#", 3, 0).written();
    String fork = common + universe.sample(random, "***#", 2, 0).written();
    return Stream.of(common, common, fork, fork, fork)
        .limit(2 + random.nextInt(4))
        .map(start -> start + universe.sample(random, "***?#!", 4, 0).written())
        .map(Universe.Sample::new)
        .toList();
  }

  private static void check(List<Universe.Sample> samples, List<String> texts) {
    Language language = Language.of(samples.stream().map(Universe.Sample::pattern).toList());
    Automaton automaton = new Automaton(language);
    Budget budget = Budget.unlimited();
    for (String text : texts) {
      int state = automaton.start();
      for (char c : text.toCharArray()) {
        state = automaton.next(state, c, budget);
      }
      assertThat(automaton.isAccepting(state))
          .as("%s, %s", samples, text)
          .isEqualTo(samples.stream().anyMatch(sample -> sample.fits(text)));
    }
  }
}
