package io.rolewright.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidityTest {

  /** One row of the table. */
  record Row(boolean accepted, PolicyKind kind, String rule, Assumptions taken, String text) {
    static Row of(String line) {
      String[] cells = line.split("\t", 5);
      Assumptions taken =
          Uncertainty.named(cells[3]).map(Assumptions.DEFAULT::with).orElse(Assumptions.DEFAULT);
      return new Row(
          cells[0].equals("accepted"),
          PolicyKind.named(cells[1]).orElseThrow(),
          cells[2],
          taken,
          cells[4]);
    }
  }

  static Stream<Row> table() throws IOException {
    try (InputStream in = ValidityTest.class.getResourceAsStream("validity.tsv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(Row::of).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("table")
  void aws_stores_what_keeps_to_the_grammar_of_its_kind(Row row) {
    List<Defect> defects = defects(row.text(), row.kind(), row.taken());
    if (row.accepted()) {
      assertThat(defects).isEmpty();
    } else {
      assertThat(defects).isNotEmpty();
    }
  }

  @Test
  void a_defect_says_where_it_is_what_is_wrong_and_what_would_be_right() {
    String text =
        """
        {"Version": "2012-10-17", "Statement": {
          "Effect": "Allow",
          "Principal": {"AWS": "arn:aws:iam::111111111111:role/app-*"},
          "Action": "s3:GetObject",
          "Condition": {"StringEqual": {"aws:username": "a"}}}}
        """;
    List<Defect> defects = defects(text, PolicyKind.TRUST, Assumptions.DEFAULT);
    assertThat(defects)
        .extracting(d -> d.at() + " " + d.message())
        .containsExactly(
            "p.json:3:24 the principal `arn:aws:iam::111111111111:role/app-*` has a wildcard,"
                + " which cannot be part of a principal",
            "p.json:4:13 the action `s3:GetObject` is none of the AssumeRole family, which are all"
                + " a trust policy may name",
            "p.json:5:17 `StringEqual` is no condition operator; did you mean `StringEquals`");
    assertThat(defects).allSatisfy(d -> assertThat(d.fix()).isNotEmpty());
  }

  @Test
  void defects_come_in_written_order() {
    String text =
        """
        {"Statement": {
          "Condition": {"StringEqual": {"aws:username": "a"}},
          "Action": "s3:GetObject",
          "Principal": {"AWS": "arn:aws:iam::111111111111:role/app-*"},
          "Effect": "Allow"},
         "Version": "2012-10-17"}
        """;
    List<Defect> defects = defects(text, PolicyKind.TRUST, Assumptions.DEFAULT);
    assertThat(defects).extracting(d -> d.at().start().line()).containsExactly(2, 3, 4);
  }

  private static List<Defect> defects(String text, PolicyKind kind, Assumptions taken) {
    SourceFile file = SourceFile.of("p.json", text);
    ScalarNode node = ScalarNode.resolved(file.whole(), Characters.ofFile(file));
    PolicyDocument policy = new PolicyReader(Limits.DEFAULT).read(node, kind);
    return Validity.defects(policy, kind, taken);
  }
}
