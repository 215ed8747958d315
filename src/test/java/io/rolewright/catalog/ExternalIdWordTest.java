package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdWordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "externalid",
        "Datadog-External-ID",
        "my_unique.external/id:123",
        "ChangeMe2024",
        "test1"
      })
  void words_in_a_row_make_up_an_id_whatever_stands_between_them(String id) {
    assertThat(ExternalIdWord.makesUp(id)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "---",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479",
        "acme-7f3c2a90",
        "test12345",
        "datadogx",
        "2024"
      })
  void anything_else_does_not(String id) {
    assertThat(ExternalIdWord.makesUp(id)).isFalse();
  }

  @Test
  void a_very_long_id_is_not_gone_through() {
    assertThat(ExternalIdWord.makesUp("test".repeat(300))).isFalse();
  }
}
