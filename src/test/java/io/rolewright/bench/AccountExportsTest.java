package io.rolewright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.TextInput;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountExportsTest {

  private static Analysis analysis(boolean hostile) {
    SourceFile file = SourceFile.of("account.json", AccountExports.export(hostile, 40));
    TextInput input = new TextInput(file, Optional.empty(), Optional.empty());
    return new Analyzer(LocalDate.of(2026, 11, 23))
        .analyze(List.of(input), Optional.empty(), Profile.RECOMMENDED);
  }

  @Test
  void exports_are_the_same_each_time() {
    assertThat(AccountExports.export(true, 30)).isEqualTo(AccountExports.export(true, 30));
    assertThat(AccountExports.export(false, 30)).isEqualTo(AccountExports.export(false, 30));
  }

  @Test
  void exports_are_read_without_problems_and_have_findings() {
    for (boolean hostile : List.of(false, true)) {
      Analysis analysis = analysis(hostile);
      assertThat(analysis.problems())
          .filteredOn(p -> p.severity() == Problem.Severity.ERROR)
          .isEmpty();
      assertThat(analysis.open())
          .extracting(r -> r.finding().rule().id())
          .contains("PM008", "OI006");
    }
  }

  @Test
  void what_is_found_does_not_hang_on_which_thread_was_first() {
    List<String> once = messages(analysis(true));
    assertThat(messages(analysis(true))).isEqualTo(once);
  }

  private static List<String> messages(Analysis analysis) {
    return analysis.results().stream()
        .map(r -> r.fingerprint() + r.finding().message() + r.finding().evidence().witness())
        .toList();
  }
}
