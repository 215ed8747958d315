package io.rolewright.parse.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.model.Suppression;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetadataSuppressionsTest {

  private static Inventory read(String settings) {
    return Templates.read(
        """
        {"Resources": {
         "V": {"Type": "AWS::EC2::VPC"},
         "R": {"Type": "AWS::IAM::Role", "Metadata": {"rolewright": %s}}}}
        """
            .formatted(settings.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'ignore': 'TP001'}",
        "{'ignore': ['TP001']}",
        "{'ignore': {'rules': 'TP001'}}",
        "{'ignore': [{'rules': ['TP001'], 'reason': 'why', 'expires': '2027-01-31'}]}",
      })
  void a_suppression_covers_its_resource(String settings) {
    Inventory inventory = read(settings);
    assertThat(inventory.problems()).isEmpty();
    Suppression suppression = inventory.suppressions().get(0);
    assertThat(suppression.rules()).containsExactly("TP001");
    assertThat(suppression.scope().written()).startsWith("\"R\": {").endsWith("}");
    assertThat(suppression.scope().covers(Templates.role(inventory).origin())).isTrue();
  }

  @Test
  void reason_and_last_day_are_read() {
    Suppression suppression =
        read("{'ignore': [{'rules': ['A', 'B'], 'reason': 'why', 'expires': '2027-01-31'}]}")
            .suppressions()
            .get(0);
    assertThat(suppression.rules()).containsExactlyInAnyOrder("A", "B");
    assertThat(suppression.reason()).isEqualTo("why");
    assertThat(suppression.expires()).contains(LocalDate.of(2027, 1, 31));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'ignored': 'A'} | `ignored` is unknown here; known are `ignore`",
        "'A' | `rolewright` must be an object with `ignore`",
        "{'ignore': [{'reason': 'why'}]} | this suppression names no `rules`",
        "{'ignore': []} | ",
        "{'ignore': [{'rules': {'a': 'b'}}]} | this suppression names no `rules`",
        "{'ignore': {'rules': 'A', 'expires': 'soon'}} | "
            + "`soon` is no date such as `2027-01-31`, so that nothing is suppressed",
      })
  void what_is_not_understood_suppresses_nothing(String settings, String message) {
    Inventory inventory = read(settings);
    assertThat(inventory.suppressions()).isEmpty();
    if (message != null) {
      assertThat(Templates.messages(inventory)).containsExactly(message);
    }
  }

  @Test
  void an_unknown_key_beside_known_ones_is_told() {
    Inventory inventory = read("{'ignore': {'rules': 'A', 'because': 'x'}}");
    assertThat(inventory.suppressions()).hasSize(1);
    assertThat(Templates.messages(inventory))
        .containsExactly("`because` is unknown here; known are `rules`, `reason` and `expires`");
  }

  @Test
  void metadata_of_the_template_covers_the_file() {
    Inventory inventory =
        Templates.read(
            """
            {"Metadata": {"rolewright": {"ignore": "A"}}, "AWSTemplateFormatVersion": "2010-09-09"}
            """);
    assertThat(inventory.suppressions().get(0).scope().span().start()).isZero();
  }
}
