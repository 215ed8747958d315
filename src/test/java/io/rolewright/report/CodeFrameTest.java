package io.rolewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import org.junit.jupiter.api.Test;

class CodeFrameTest {

  @Test
  void carets_stand_under_the_element_between_a_line_before_and_a_line_after() {
    assertFrame(
        """
        one
          two [three] four
        five
        """,
        """
           --> policy.json:2:7
            |
          1 | one
          2 |   two [three] four
            |       ^^^^^^^
          3 | five
            |
        """);
  }

  @Test
  void a_first_line_has_none_before_and_a_last_line_none_after() {
    assertFrame(
        "[all]\n",
        """
           --> policy.json:1:1
            |
          1 | [all]
            | ^^^^^
            |
        """);
  }

  @Test
  void an_empty_place_gets_one_caret() {
    SourceFile file = SourceFile.of("policy.json", "{}");
    assertThat(frame(file.at(1, 1)))
        .isEqualTo(
            """
               --> policy.json:1:2
                |
              1 | {}
                |  ^
                |
            """);
  }

  @Test
  void a_place_at_the_end_of_the_file_gets_its_caret_after_the_text() {
    SourceFile file = SourceFile.of("policy.json", "{\n");
    assertThat(frame(file.at(2, 2)))
        .isEqualTo(
            """
               --> policy.json:2:1
                |
              1 | {
              2 |
                | ^
                |
            """);
  }

  @Test
  void tabs_are_spread_and_do_not_shift_the_carets() {
    assertFrame(
        "\t\"a\":\t[1]\n",
        """
           --> policy.json:1:7
            |
          1 |     "a":    [1]
            |             ^^^
            |
        """);
  }

  @Test
  void wide_characters_take_two_cells_and_combining_ones_none() {
    assertFrame(
        "\"\u6771\u4eac\", \"e\u0301\", \ud83d\ude80 [x]\n",
        """
           --> policy.json:1:16
            |
          1 | "\u6771\u4eac", "e\u0301", \ud83d\ude80 [x]
            |                 ^^^
            |
        """);
  }

  @Test
  void characters_that_could_deceive_are_escaped_and_counted_as_shown() {
    assertFrame(
        "a\u001b[2Jb\u202ec\u200b [x]\n".replace("[2J", "(2J"),
        """
           --> policy.json:1:11
            |
          1 | a\\u001b(2Jb\\u202ec\\u200b [x]
            |                          ^^^
            |
        """);
  }

  @Test
  void a_lone_surrogate_is_escaped() {
    assertThat(Printable.of("a\ud800b")).isEqualTo("a\\ud800b");
  }

  @Test
  void invisible_characters_beyond_the_first_plane_are_escaped() {
    assertThat(Printable.of("a\udb40\udc41")).isEqualTo("a\\u{e0041}");
  }

  @Test
  void a_long_line_is_cut_around_the_carets() {
    String line = "x".repeat(5000) + " [here] " + "y".repeat(5000) + "\n";
    assertFrame(
        line,
        """
           --> policy.json:1:5002
            |
          1 | ...%s [here] %s...
            |    %s^^^^^^
            |
        """
            .formatted("x".repeat(39), "y".repeat(60), " ".repeat(40)));
  }

  @Test
  void a_long_line_with_its_place_near_the_start_is_cut_at_the_right_only() {
    assertFrame(
        "[here] " + "y".repeat(5000) + "\n",
        """
           --> policy.json:1:1
            |
          1 | [here] %s...
            | ^^^^^^
            |
        """
            .formatted("y".repeat(103)));
  }

  @Test
  void carets_of_a_long_element_end_where_the_line_is_cut() {
    assertFrame(
        "[" + "y".repeat(5000) + "]\n",
        """
           --> policy.json:1:1
            |
          1 | [%s...
            | %s
            |
        """
            .formatted("y".repeat(109), "^".repeat(110)));
  }

  @Test
  void a_place_of_several_lines_is_bracketed_along_the_margin() {
    assertFrame(
        """
        [
          {
            "Effect": "Allow"
          }]
        last
        """,
        """
           --> policy.json:1:1
            |
          1 | / [
          2 | |   {
          3 | |     "Effect": "Allow"
          4 | |   }]
            | |____^
          5 |   last
            |
        """);
  }

  @Test
  void a_bracket_that_opens_within_a_line_is_led_to() {
    assertFrame(
        """
        {
          "Statement": [
            1
          ]
        }
        """,
        """
           --> policy.json:2:16
            |
          1 |   {
          2 |     "Statement": [
            |  ________________^
          3 | |     1
          4 | |   ]
            | |___^
          5 |   }
            |
        """);
  }

  @Test
  void the_middle_of_a_long_place_is_left_out() {
    assertFrame(
        """
        [
        2
        3
        4
        5
        6
        7
        8
        9 ]
        """,
        """
           --> policy.json:1:1
            |
          1 | / [
          2 | | 2
        ... | |
          8 | | 8
          9 | | 9 ]
            | |___^
            |
        """);
  }

  @Test
  void numbers_of_four_digits_widen_the_gutter() {
    SourceFile file = SourceFile.of("policy.json", "\n".repeat(998) + "[x]\nend\n");
    assertThat(frame(Sample.at(file, "[x]")))
        .isEqualTo(
            """
                --> policy.json:999:1
                 |
             998 |
             999 | [x]
                 | ^^^
            1000 | end
                 |
            """);
  }

  @Test
  void carriage_returns_end_lines_and_are_not_shown() {
    assertFrame(
        "one\r\n[two]\r\nthree\r\n",
        """
           --> policy.json:2:1
            |
          1 | one
          2 | [two]
            | ^^^^^
          3 | three
            |
        """);
  }

  @Test
  void a_hostile_file_name_is_escaped() {
    SourceFile file = SourceFile.of("a\u001b]0;x\u0007\nb.json", "x");
    assertThat(frame(file.at(0, 1))).startsWith("   --> a\\u001b]0;x\\u0007\\nb.json:1:1\n");
  }

  /** Asserts the frame around what stands in square brackets, them included. */
  private static void assertFrame(String text, String expected) {
    SourceFile file = SourceFile.of("policy.json", text);
    Origin at = file.at(text.indexOf('['), text.lastIndexOf(']') + 1);
    assertThat(frame(at)).isEqualTo(expected);
  }

  private static String frame(Origin at) {
    StringBuilder out = new StringBuilder();
    new CodeFrame(out, new Palette(false), Palette.Style.GRAVE, at).write();
    return out.toString();
  }
}
