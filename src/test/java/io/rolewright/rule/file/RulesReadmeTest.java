package io.rolewright.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesReadmeTest {

  private static final Path RULES = Path.of("../rules");

  @Test
  void the_table_of_rules_is_fresh() throws IOException {
    assertThat(Files.readString(RULES.resolve("README.md")).replace("\r\n", "\n"))
        .as("rules/README.md is stale; renew it with: %s", RulesReadme.COMMAND)
        .isEqualTo(RulesReadme.of(RuleIndexWriter.read(RULES)));
  }

  @Test
  void every_rule_stands_in_the_table_with_a_link_to_its_page() throws IOException {
    List<RuleFile> files = RuleIndexWriter.read(RULES);
    String table = RulesReadme.of(files);
    for (RuleFile file : files) {
      assertThat(RULES.resolve(file.metadata().page())).exists();
      assertThat(table)
          .contains("| " + file.metadata().id() + " | [" + file.metadata().name() + "](")
          .contains("(" + file.metadata().page() + ")");
    }
  }
}
