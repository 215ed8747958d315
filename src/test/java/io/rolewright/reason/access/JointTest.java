package io.rolewright.reason.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JointTest {

  private static final Field TEXT = Field.text("sts:externalid");
  private static final Field OTHER = Field.text("aws:userid");
  private static final Field LINE = Field.line("aws:sourceip");

  private final Formulas formulas = new Formulas();

  private Literal text(Field field, boolean positive, String... globs) {
    List<Pattern> patterns = new ArrayList<>();
    for (String glob : globs) {
      patterns.add(Pattern.glob(glob));
    }
    Formula formula = formulas.in(field, Language.of(patterns));
    return new Literal((Formula.Atomic) formula, positive);
  }

  private Literal line(boolean positive, Intervals points) {
    return new Literal((Formula.Atomic) formulas.within(LINE, points), positive);
  }

  private static Intervals closed(int low, int high) {
    return Intervals.closed(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
  }

  private static List<String> joint(Literal... tests) {
    return Joint.of(List.of(tests), field -> false).stream().map(Literal::toString).toList();
  }

  @Test
  void a_value_that_is_excluded_need_not_be_named() {
    assertThat(joint(text(TEXT, true, "a", "b"), text(TEXT, false, "a")))
        .containsExactly(text(TEXT, true, "b").toString());
    assertThat(joint(text(TEXT, true, "a*", "b*"), text(TEXT, false, "ab", "cd")))
        .containsExactly(text(TEXT, true, "a*", "b*").toString(), "not (" + in("ab") + ")");
  }

  private String in(String glob) {
    return text(TEXT, true, glob).toString();
  }

  @Test
  void points_that_are_excluded_are_cut_off_where_that_is_not_longer() {
    assertThat(joint(line(true, closed(1, 9)), line(false, closed(5, 9)))).hasSize(1);
    assertThat(joint(line(true, closed(1, 9)), line(false, closed(5, 6)))).hasSize(2);
  }

  @Test
  void what_no_test_demands_stays_as_it_is() {
    assertThat(joint(text(TEXT, false, "a"), text(TEXT, false, "a*"))).hasSize(2);
    assertThat(joint(text(TEXT, true, "a"), text(OTHER, false, "a"))).hasSize(2);
  }

  @Test
  void the_same_requests_pass() {
    Random random = new Random(4);
    int shorter = 0;
    for (int round = 0; round < 3_000; round++) {
      List<Literal> tests = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(3); i++) {
        String[] globs = new String[1 + random.nextInt(3)];
        for (int j = 0; j < globs.length; j++) {
          globs[j] = glob(random);
        }
        tests.add(text(random.nextInt(4) == 0 ? OTHER : TEXT, random.nextBoolean(), globs));
      }
      List<Literal> joint = Joint.of(tests, field -> false);
      shorter += joint.equals(tests) ? 0 : 1;
      for (Assignment request : requests()) {
        assertThat(joint.stream().allMatch(test -> test.holds(request)))
            .as("%s as %s of %s", tests, joint, request)
            .isEqualTo(tests.stream().allMatch(test -> test.holds(request)));
      }
    }
    assertThat(shorter).isGreaterThan(500);
  }

  /** Never just stars, which would be no test of a text. */
  private static String glob(Random random) {
    StringBuilder glob = new StringBuilder();
    for (int i = 0; i < random.nextInt(3); i++) {
      glob.append("ab*?".charAt(random.nextInt(4)));
    }
    return glob.append("ab".charAt(random.nextInt(2))).toString();
  }

  private static List<Assignment> requests() {
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; words.get(i).length() < 3; i++) {
      words.add(words.get(i) + "a");
      words.add(words.get(i) + "b");
    }
    List<Assignment> all = new ArrayList<>(List.of(Assignment.nothing()));
    for (String word : words) {
      all.add(Assignment.nothing().with(TEXT, word));
      all.add(Assignment.nothing().with(OTHER, "a").with(TEXT, word));
      all.add(Assignment.nothing().with(OTHER, word).with(TEXT, "ab"));
    }
    return all;
  }
}
