package io.rolewright.reason.z3;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Oracle;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values on their way back from Z3. */
class SExpressionTest {

  private final Formulas formulas = new Formulas();

  private static BigDecimal number(String written, int scale) {
    return SExpression.read(written).number(scale);
  }

  @Test
  void numbers_are_read_as_z3_writes_them() {
    assertThat(number("4.0", 0)).isEqualByComparingTo("4");
    assertThat(number("(- 4)", 0)).isEqualByComparingTo("-4");
    assertThat(number("(- (/ 3.0 20.0))", 0)).isEqualByComparingTo("-0.15");
  }

  @Test
  void a_fraction_that_is_no_decimal_stays_between_the_same_decimals() {
    BigDecimal third = number("(/ 1.0 3.0)", 3);
    assertThat(third).isBetween(new BigDecimal("0.3330001"), new BigDecimal("0.3339999"));
    BigDecimal near = number("(/ 1000001.0 3000000.0)", 6);
    assertThat(near).isGreaterThan(new BigDecimal("0.333333"));
    BigDecimal below = number("(- (/ 1.0 3000001.0))", 2);
    assertThat(below).isNegative();
  }

  @Test
  void a_list_has_its_parts_and_a_text_its_quotes() {
    SExpression list = SExpression.read("((x \"a \"\"(b\")\n (y true))");
    assertThat(list.parts()).hasSize(2);
    assertThat(list.parts().get(0).parts().get(1).text()).isEqualTo("a \"(b");
    assertThat(list.parts().get(1).parts().get(1).isTrue()).isTrue();
    assertThat(SExpression.read("\"\"").text()).isEmpty();
  }

  @Test
  void every_text_comes_back_as_it_went() {
    Random random = new Random(5);
    try (Z3 z3 = new Z3(Z3.Limits.ordinary())) {
      Oracle oracle = new StringOracle(z3);
      for (int i = 0; i < 200; i++) {
        StringBuilder text = new StringBuilder(i == 0 ? "\\u{61}\\x41\"\"\\" : "");
        int length = random.nextInt(6);
        for (int at = 0; at < length; at++) {
          boolean likely = random.nextBoolean();
          text.append(
              likely ? "\\u{6}\"a\n\u007F~".charAt(random.nextInt(9)) : (char) random.nextInt());
        }
        assertThat(answered(oracle, text.toString())).isEqualTo(text.toString());
      }
    }
  }

  private String answered(Oracle oracle, String text) {
    Field field = Field.text("field");
    Formula is = formulas.in(field, Language.of(List.of(Pattern.literal(text))));
    Literal literal = new Literal((Formula.Atomic) is, true);
    Oracle.Opinion opinion = oracle.ask(List.of(literal), Domains.free());
    return ((Oracle.Opinion.Possible) opinion).values().text(field).orElseThrow();
  }

  @Test
  void points_come_back_from_open_and_narrow_intervals() {
    Field age = Field.line("age");
    try (Z3 z3 = new Z3(Z3.Limits.ordinary())) {
      Intervals narrow =
          Intervals.above(new BigDecimal("-0.1"))
              .intersect(Intervals.below(new BigDecimal("-0.09999999999999999999")));
      Formula in = formulas.within(age, narrow);
      Literal literal = new Literal((Formula.Atomic) in, true);
      assertThat(new StringOracle(z3).ask(List.of(literal), Domains.free()))
          .isInstanceOf(Oracle.Opinion.Possible.class);
    }
  }
}
