package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownAccountTest {

  @Test
  void accounts_have_twelve_digits_and_a_page_that_names_them() {
    assertThat(KnownAccount.all())
        .allMatch(account -> account.number().matches("[0-9]{12}"))
        .allMatch(account -> account.source().startsWith("https://"));
  }

  @Test
  void an_account_is_found_by_its_number() {
    assertThat(KnownAccount.of("464622532012").map(KnownAccount::vendor)).contains("Datadog");
    assertThat(KnownAccount.of("111111111111")).isEmpty();
  }
}
