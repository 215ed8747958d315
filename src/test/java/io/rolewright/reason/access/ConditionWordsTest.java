package io.rolewright.reason.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.catalog.Catalog;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConditionWordsTest {

  private static final BigDecimal NEW_YEAR = new BigDecimal(1_767_225_600L);

  private final Formulas formulas = new Formulas();
  private final ConditionWords words =
      ConditionWords.of(Spelling.of(Catalog.shipped()), Permissions.domains());

  private static Language list(String written) {
    return Language.of(Stream.of(written.split(" ")).map(Pattern::glob).toList());
  }

  private Literal in(String key, String values) {
    return literal(formulas.in(Field.text(key), list(values)));
  }

  private static Literal literal(Formula formula) {
    return new Literal((Formula.Atomic) formula, true);
  }

  private void assertWords(Literal test, String yes, String no) {
    assertThat(words.of(test)).isEqualTo(yes);
    assertThat(words.of(test.negated())).isEqualTo(no);
  }

  private static BigDecimal four(int a, int b, int c, int d) {
    return BigDecimal.valueOf(((a * 256L + b) * 256 + c) * 256 + d);
  }

  @Test
  void truth_values_of_well_known_keys() {
    assertWords(
        in("aws:multifactorauthpresent", "true"),
        "with MFA",
        "without MFA (or aws:MultiFactorAuthPresent is absent)");
    assertWords(
        in("aws:multifactorauthpresent", "false"),
        "if aws:MultiFactorAuthPresent is false",
        "with MFA (or aws:MultiFactorAuthPresent is absent)");
    assertWords(
        in("aws:securetransport", "true"),
        "over TLS",
        "not over TLS (or aws:SecureTransport is absent)");
    assertWords(
        in("aws:securetransport", "true false"),
        "if aws:SecureTransport is false or true",
        "if aws:SecureTransport is not false or true (or absent)");
  }

  @Test
  void where_a_request_comes_from_and_goes_to() {
    assertWords(in("aws:sourcevpc", "vpc-1"), "through vpc-1", "not through vpc-1");
    assertWords(
        in("aws:requestedregion", "eu-west-1 eu-central-1"),
        "in eu-central-1 or eu-west-1",
        "not in eu-central-1 or eu-west-1 (or aws:RequestedRegion is absent)");
    assertWords(
        in("aws:principalorgid", "o-1"),
        "by principals of o-1",
        "not by principals of o-1 (or aws:PrincipalOrgID is absent)");
  }

  @Test
  void any_other_key_with_one_text() {
    assertWords(
        in("aws:requesttag/team", "dev ops"),
        "if aws:RequestTag/team is dev or ops",
        "if aws:RequestTag/team is not dev or ops (or absent)");
    assertWords(
        in("example.com:sub", "repo:a/*"),
        "if example.com:sub matches repo:a/*",
        "if example.com:sub does not match repo:a/* (or absent)");
    Pattern anyCase = Pattern.literal("Dev").ignoringCase();
    assertThat(
            words.of(literal(formulas.in(Field.text("aws:userid"), Language.of(List.of(anyCase))))))
        .isEqualTo("if aws:userid is dev in any case");
  }

  @Test
  void what_two_tests_say_of_one_key_is_one_phrase() {
    assertThat(
            words.of(
                List.of(
                    in("example.com:sub", "repo:a/b").negated(),
                    in("example.com:aud", "sts"),
                    in("example.com:sub", "repo:a/* repo:c"))))
        .containsExactly(
            "if example.com:sub matches repo:a/* or repo:c but not repo:a/b",
            "if example.com:aud is sts");
    assertThat(
            words.of(
                List.of(
                    in("aws:requestedregion", "eu-west-1 us-east-1"),
                    in("aws:requestedregion", "eu-west-1").negated())))
        .containsExactly("in us-east-1");
  }

  @Test
  void values_that_would_be_misread_are_quoted() {
    Language odd = Language.of(List.of(Pattern.literal(""), Pattern.literal("a, b")));
    assertThat(words.of(literal(formulas.in(Field.text("aws:useragent"), odd))))
        .isEqualTo("if aws:UserAgent is `` or `a, b`");
  }

  @Test
  void long_lists_are_cut_and_counted() {
    String many =
        Stream.iterate(100, i -> i + 1)
            .limit(30)
            .map(String::valueOf)
            .reduce((a, b) -> a + " " + b)
            .orElseThrow();
    assertThat(words.of(in("aws:userid", many))).endsWith(", 119 or 10 more");
  }

  @Test
  void absence_is_not_mentioned_where_the_key_must_be_there() {
    Literal not = in("aws:requesttag/team", "dev").negated();
    Literal present = literal(formulas.present(Field.text("aws:requesttag/team")));
    assertThat(words.of(List.of(not, present)))
        .containsExactly("if aws:RequestTag/team is not dev", "if aws:RequestTag/team is present");
    assertThat(words.of(List.of(in("aws:requesttag/team", "d*"), not, present)))
        .containsExactly("if aws:RequestTag/team matches d* but not dev");
  }

  @Test
  void presence() {
    assertWords(
        literal(formulas.present(Field.text("aws:tokenissuetime"))),
        "if aws:TokenIssueTime is present",
        "if aws:TokenIssueTime is absent");
  }

  @Test
  void addresses_are_blocks_again() {
    Field source = Field.line("aws:sourceip");
    Intervals ten = Intervals.closed(four(10, 0, 0, 0), four(10, 255, 255, 255));
    Intervals host = Intervals.at(four(192, 0, 2, 1));
    assertWords(
        literal(formulas.within(source, ten.union(host))),
        "from 10.0.0.0/8 or 192.0.2.1",
        "not from 10.0.0.0/8 or 192.0.2.1 (or aws:SourceIp is absent)");
    BigDecimal six =
        new BigDecimal(new BigInteger("20010db8000000000000000000000000", 16))
            .add(BigDecimal.valueOf(2).pow(64));
    BigDecimal last = six.add(BigDecimal.valueOf(2).pow(96)).subtract(BigDecimal.ONE);
    assertThat(words.of(literal(formulas.within(source, Intervals.closed(six, last)))))
        .isEqualTo("from 2001:db8::/32");
    assertThat(
            words.of(
                literal(
                    formulas.within(
                        source, Intervals.closed(four(1, 0, 0, 1), four(1, 0, 2, 254))))))
        .isEqualTo("from 1.0.0.1 to 1.0.2.254");
    assertThat(
            words.of(literal(formulas.within(source, Intervals.atMost(four(127, 255, 255, 255))))))
        .isEqualTo("from 0.0.0.0/1");
    assertThat(words.of(literal(formulas.within(source, ten.complement()))))
        .isEqualTo(
            "from 0.0.0.0/5, 8.0.0.0/7, 11.0.0.0/8, 12.0.0.0/6, 16.0.0.0/4, 32.0.0.0/3,"
                + " 64.0.0.0/2, 128.0.0.0/1 or ::/0");
  }

  @Test
  void moments() {
    Field now = Field.line("aws:currenttime");
    assertWords(
        literal(formulas.within(now, Intervals.below(NEW_YEAR))),
        "before 2026-01-01T00:00:00Z",
        "at or after 2026-01-01T00:00:00Z (or aws:CurrentTime is absent)");
    assertWords(
        literal(formulas.within(Field.line("aws:tokenissuetime"), Intervals.above(NEW_YEAR))),
        "if aws:TokenIssueTime is after 2026-01-01T00:00:00Z",
        "if aws:TokenIssueTime is until 2026-01-01T00:00:00Z (or absent)");
  }

  @Test
  void numbers() {
    Field age = Field.line("aws:multifactorauthage");
    assertWords(
        literal(formulas.within(age, Intervals.below(BigDecimal.valueOf(3600)))),
        "if aws:MultiFactorAuthAge is less than 3600",
        "if aws:MultiFactorAuthAge is at least 3600 (or absent)");
    assertWords(
        literal(formulas.within(age, Intervals.at(BigDecimal.TEN))),
        "if aws:MultiFactorAuthAge is 10",
        "if aws:MultiFactorAuthAge is not 10 (or absent)");
    Intervals between =
        Intervals.atLeast(BigDecimal.ONE).intersect(Intervals.below(BigDecimal.TEN));
    assertThat(words.of(literal(formulas.within(age, between))))
        .isEqualTo("if aws:MultiFactorAuthAge is at least 1 and less than 10");
  }

  @Test
  void sets_of_values() {
    Field keys = Field.set("aws:tagkeys");
    assertWords(
        literal(formulas.some(keys, list("a b"))),
        "if some aws:TagKeys is a or b",
        "if no aws:TagKeys is a or b");
    Literal outside = literal(formulas.someOutside(keys, list("a b")));
    assertWords(
        outside,
        "if some aws:TagKeys is not a or b",
        "if every aws:TagKeys is a or b (or there is none)");
    assertThat(words.of(List.of(outside.negated(), literal(formulas.present(keys)))))
        .containsExactly("if every aws:TagKeys is a or b", "if aws:TagKeys is present");
  }

  @Test
  void values_taken_from_other_keys_and_things_unknown() {
    Template own =
        new Template(
            List.of(
                new Piece.Letters("team-"),
                new Piece.Hole(Field.text("aws:principaltag/team"), Optional.of("none"))),
            false);
    Atom same = new Atom.Joined(Atom.Test.IN, Field.text("aws:resourcetag/team"), List.of(own));
    assertWords(
        literal(formulas.atom(same)),
        "if aws:ResourceTag/team is `team-${aws:PrincipalTag/team, 'none'}`",
        "if aws:ResourceTag/team is not `team-${aws:PrincipalTag/team, 'none'}`"
            + " (or a value named here is absent)");
    assertWords(
        literal(formulas.symbol("parameter X")),
        "if `parameter X` is so",
        "if `parameter X` is not so");
  }
}
