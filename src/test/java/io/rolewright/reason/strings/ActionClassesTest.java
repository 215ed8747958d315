package io.rolewright.reason.strings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against every short action over two letters: no class is missed and none is made up. */
class ActionClassesTest {

  private static final int ROUNDS = Integer.getInteger("rolewright.globs.rounds", 1);
  private static final int SETS = 24_000 * ROUNDS;
  private static final Actions OF_TWO_LETTERS = new Actions("ab");

  /** Every action with parts of at most four letters. */
  private static final List<String> SHORT = shortActions();

  private final Map<Universe.Sample, BitSet> fitting = new HashMap<>();

  @Test
  void no_class_is_missed_among_all_actions_of_two_letters() {
    Random random = new Random(11);
    for (int i = 0; i < SETS; i++) {
      check(randomAtoms(random, "ab", "aabb:*??"), OF_TWO_LETTERS);
    }
  }

  @Test
  void no_class_is_missed_where_most_actions_are_named_in_full() {
    Random random = new Random(12);
    for (int i = 0; i < SETS; i++) {
      check(namedAtoms(random), OF_TWO_LETTERS);
    }
  }

  @Test
  void no_class_is_missed_among_the_actions_of_aws() {
    Random random = new Random(13);
    for (int i = 0; i < SETS / 2; i++) {
      check(randomAtoms(random, "ab", "aabb:*#?!"), Actions.OF_AWS);
    }
  }

  private void check(List<List<Universe.Sample>> atoms, Actions actions) {
    List<Language> languages = atoms.stream().map(ActionClassesTest::language).toList();
    ActionClasses classes = ActionClasses.of(languages, actions, Budget.ordinary()).orElseThrow();
    Set<BitSet> known = new HashSet<>();
    for (ActionClasses.ActionClass one : classes.classes()) {
      assertThat(known.add(one.atoms())).as("%s twice for %s", one, atoms).isTrue();
      assertThat(actions.isAction(one.representative())).as("%s", one).isTrue();
      assertThat(signature(one.representative(), atoms))
          .as("%s of %s", one, atoms)
          .isEqualTo(one.atoms());
    }
    assertThat(known.containsAll(signatures(atoms))).as("%s", atoms).isTrue();
  }

  /** Those of all short actions. */
  private Set<BitSet> signatures(List<List<Universe.Sample>> atoms) {
    List<BitSet> in = new ArrayList<>();
    for (List<Universe.Sample> atom : atoms) {
      BitSet either = new BitSet();
      atom.forEach(s -> either.or(fitting.computeIfAbsent(s, ActionClassesTest::fitting)));
      in.add(either);
    }
    Set<BitSet> signatures = new HashSet<>();
    for (int action = 0; action < SHORT.size(); action++) {
      BitSet signature = new BitSet();
      for (int atom = 0; atom < in.size(); atom++) {
        signature.set(atom, in.get(atom).get(action));
      }
      signatures.add(signature);
    }
    return signatures;
  }

  private static BitSet fitting(Universe.Sample sample) {
    BitSet in = new BitSet();
    for (int i = 0; i < SHORT.size(); i++) {
      in.set(i, sample.fits(SHORT.get(i)));
    }
    return in;
  }

  private static BitSet signature(String action, List<List<Universe.Sample>> atoms) {
    BitSet signature = new BitSet();
    for (int atom = 0; atom < atoms.size(); atom++) {
      signature.set(atom, atoms.get(atom).stream().anyMatch(sample -> sample.fits(action)));
    }
    return signature;
  }

  private static Language language(List<Universe.Sample> samples) {
    return Language.of(samples.stream().map(Universe.Sample::pattern).toList());
  }

  private static List<List<Universe.Sample>> randomAtoms(
      Random random, String letters, String tokens) {
    return some(random, 4, 3, () -> pattern(random, letters, tokens));
  }

  /** Half are written as service and name, the others anyhow; some fold case. */
  private static Universe.Sample pattern(Random random, String letters, String tokens) {
    String without = tokens.replace(":", "");
    String fold = random.nextInt(8) == 0 ? "~" : "";
    return new Universe.Sample(
        random.nextBoolean()
            ? fold + text(random, without, 0, 2) + ":" + text(random, without, 0, 3)
            : fold + text(random, tokens, 0, 5));
  }

  /** Many full names, so that what a wildcard fits may all be named. */
  private static List<List<Universe.Sample>> namedAtoms(Random random) {
    return some(
        random,
        4,
        6,
        () ->
            new Universe.Sample(
                random.nextInt(3) == 0
                    ? text(random, "ab?*", 1, 1) + ":" + text(random, "ab??*", 1, 2)
                    : text(random, "ab", 1, 1) + ":" + text(random, "ab", 1, 2)));
  }

  private static List<List<Universe.Sample>> some(
      Random random,
      int mostAtoms,
      int mostPatterns,
      java.util.function.Supplier<Universe.Sample> pattern) {
    List<List<Universe.Sample>> atoms = new ArrayList<>();
    int count = 1 + random.nextInt(mostAtoms);
    for (int i = 0; i < count; i++) {
      int patterns = 1 + random.nextInt(mostPatterns);
      atoms.add(Stream.generate(pattern).limit(patterns).toList());
    }
    return atoms;
  }

  private static String text(Random random, String letters, int shortest, int longest) {
    int length = shortest + random.nextInt(longest - shortest + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private static List<String> shortActions() {
    List<String> parts =
        new Universe("ab", 4).texts().stream().filter(text -> !text.isEmpty()).toList();
    return parts.stream().flatMap(s -> parts.stream().map(name -> s + ":" + name)).toList();
  }

  @Test
  void one_letter_more_than_those_named_is_a_class_of_its_own() {
    List<Pattern> named =
        "abcdefghijklmnopqrstuvwxyz012345678-"
            .chars()
            .mapToObj(c -> Pattern.literal("s3:" + (char) c))
            .toList();
    Language anyOne = Language.of(List.of(Pattern.glob("s3:?")));
    List<Language> atoms = List.of(anyOne, Language.of(named));
    ActionClasses classes = ActionClasses.of(atoms, Budget.ordinary()).orElseThrow();
    assertThat(classes.classOf("s3:9").orElseThrow().atoms()).isEqualTo(bits(0));
    assertThat(classes.classOf("S3:A").orElseThrow().atoms()).isEqualTo(bits(0, 1));
    assertThat(classes.classes()).hasSize(3);
  }

  @Test
  void no_class_is_left_where_all_letters_are_named() {
    List<Pattern> named =
        "abcdefghijklmnopqrstuvwxyz0123456789-"
            .chars()
            .mapToObj(c -> Pattern.literal("s3:" + (char) c))
            .toList();
    Language anyOne = Language.of(List.of(Pattern.glob("s3:?")));
    List<Language> atoms = List.of(anyOne, Language.of(named));
    ActionClasses classes = ActionClasses.of(atoms, Budget.ordinary()).orElseThrow();
    assertThat(classes.classes())
        .extracting(ActionClasses.ActionClass::atoms)
        .containsExactlyInAnyOrder(bits(), bits(0, 1));
  }

  @Test
  void representatives_are_preferred_actions_where_there_are_any() {
    List<Language> atoms = List.of(Language.of(List.of(Pattern.glob("s3:get*"))));
    ActionClasses classes = ActionClasses.of(atoms, Budget.ordinary()).orElseThrow();
    assertThat(classes.preferring(List.of("no action", "s3:GetObject", "s3:GetAcl")).classes())
        .extracting(ActionClasses.ActionClass::representative)
        .contains("s3:getobject");
  }

  @Test
  void two_to_the_power_of_many_classes_exhaust_the_budget_instead_of_being_cut_short() {
    List<Language> atoms =
        IntStream.range(0, 30)
            .mapToObj(
                i -> Language.of(List.of(Pattern.glob("*" + (char) ('a' + i % 26) + i + "*"))))
            .toList();
    assertThat(ActionClasses.of(atoms, Budget.ordinary())).isEmpty();
  }

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    IntStream.of(set).forEach(bits::set);
    return bits;
  }
}
