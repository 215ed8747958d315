package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.yaml.YamlReader;
import io.rolewright.rule.Estate;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static ConfigurationReader.Loaded load(String text) {
    SourceFile file = SourceFile.of("rolewright.yaml", text.replace('\'', '"'));
    return new ConfigurationReader(RulesForTests.ALL)
        .read(JsonReader.read(file, Limits.DEFAULT), PathBase.AS_REPORTED);
  }

  private static Configuration read(String text) {
    ConfigurationReader.Loaded loaded = load(text);
    assertThat(loaded.problems()).isEmpty();
    return loaded.configuration();
  }

  private static Problem mistake(String text) {
    ConfigurationReader.Loaded loaded = load(text);
    assertThat(loaded.problems()).hasSize(1);
    assertThat(loaded.problems().get(0).severity()).isEqualTo(Problem.Severity.ERROR);
    return loaded.problems().get(0);
  }

  @Test
  void all_that_can_be_configured_is_read() {
    Configuration configuration =
        read(
            """
            {'accounts': {'own': ['012345678901', 123456789012], 'trusted': '210987654321'},
             'organizations': {'own': ['o-a1b2c3d4e5'], 'trusted': []},
             'session-duration': {'privileged': '1h30m', 'default': 7200},
             'rules': {'TP001': 'off',
                       'third-party-without-external-id':
                         {'level': 'low', 'options': {'vendors': ['x', 'y']}}},
             'ignore-paths': ['legacy/', '*.tmp.json'],
             'suppress': [{'rule': 'TP001', 'path': 'demo/**', 'resource': 'open-*',
                           'reason': 'demo', 'expires': '2027-01-31'}],
             'fail-on': 'medium', 'profile': 'strict'}
            """);
    assertThat(configuration.accounts().own()).containsOnly("012345678901", "123456789012");
    assertThat(configuration.sessionLimits()).isEqualTo(new Estate.SessionLimits(5400, 7200));
    assertThat(configuration.setting(RulesForTests.TP001).enabled()).isFalse();
    assertThat(configuration.setting(RulesForTests.XA001).level()).contains(Severity.LOW);
    assertThat(configuration.setting(RulesForTests.XA001).options())
        .containsEntry("vendors", "x,y");
    assertThat(configuration.ignores("a/legacy/x.json")).isTrue();
    assertThat(configuration.ignores("a/x.json")).isFalse();
    assertThat(configuration.suppressions().get(0).expires()).contains(LocalDate.of(2027, 1, 31));
    assertThat(configuration.failOn()).contains(Severity.MEDIUM);
    assertThat(configuration.profile()).contains(RuleMetadata.Profile.STRICT);
  }

  @Test
  void what_yaml_would_take_for_numbers_dates_and_booleans_is_the_text_written() {
    String yaml =
        """
        accounts:
          own: [012345678901, 123456789012]
        rules:
          TP001: off
        suppress:
          - rule: TP001
            path: '*'
            reason: 7
            expires: 2027-01-31
        """;
    SourceFile file = SourceFile.of("rolewright.yaml", yaml);
    ConfigurationReader.Loaded loaded =
        new ConfigurationReader(RulesForTests.ALL)
            .read(YamlReader.read(file, Limits.DEFAULT), PathBase.AS_REPORTED);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.configuration().accounts().own())
        .containsOnly("012345678901", "123456789012");
    assertThat(loaded.configuration().setting(RulesForTests.TP001).enabled()).isFalse();
    assertThat(loaded.configuration().suppressions().get(0).expires())
        .contains(LocalDate.of(2027, 1, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing yet\n", "---\n"})
  void a_configuration_file_may_be_empty(String yaml) {
    ConfigurationReader.Loaded loaded =
        new ConfigurationReader(RulesForTests.ALL)
            .read(
                YamlReader.read(SourceFile.of("rolewright.yaml", yaml), Limits.DEFAULT),
                PathBase.AS_REPORTED);
    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.configuration()).isEqualTo(Configuration.EMPTY);
  }

  @Test
  void the_estate_knows_what_is_configured() {
    Estate estate =
        read("""
                {'accounts': {'trusted': ['210987654321']},
                 'organizations': {'trusted': ['o-a1b2c3d4e5']},
                 'rules': {'XA001': {'options': {'vendors': 'x'}}}}
                """)
            .estate(Inventory.EMPTY, TODAY);
    assertThat(estate.trustedAccounts()).containsExactly("210987654321");
    assertThat(estate.trustConfigured()).isTrue();
    assertThat(estate.ownOrganizations()).containsExactly("o-a1b2c3d4e5");
    assertThat(estate.option(RulesForTests.XA001, "vendors")).isEqualTo("x");
    assertThat(Configuration.EMPTY.estate(Inventory.EMPTY, TODAY).trustConfigured()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{'accounts': null, 'rules': {}, 'suppress': []}"})
  void an_empty_configuration_says_nothing(String text) {
    assertThat(read(text).sessionLimits()).isEqualTo(Estate.SessionLimits.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'acounts': {}}|\"acounts\"|unknown key `acounts` in the configuration; did you mean `accounts`",
        "{'accounts': {'owned': []}}|\"owned\"|unknown key `owned` in `accounts`; did you mean `own`",
        "{'zzzzzz': 1}|\"zzzzzz\"|unknown key `zzzzzz` in the configuration",
        "{'accounts': []}|[]|`accounts` must be a mapping",
        "{'accounts': {'own': ['12345678901']}}|\"12345678901\"|`12345678901` is no account number;"
            + " write all twelve digits, leading zeros too",
        "{'accounts': {'own': [{}]}}|{}|`own` must be a list of single values",
        "{'organizations': {'own': 'o-A1'}}|\"o-A1\"|`o-A1` is no organization id; such ids are"
            + " `o-` and 10 to 32 lower-case letters or digits",
        "{'rules': {'TP01': 'off'}}|\"TP01\"|there is no rule `TP01`; did you mean `TP001`",
        "{'rules': {'public-trst': 'off'}}|\"public-trst\"|there is no rule `public-trst`; did you"
            + " mean `public-trust`",
        "{'rules': {'TP001': 'hihg'}}|\"hihg\"|`hihg` is no level; did you mean `high`; the levels"
            + " are off, info, low, medium, high, critical",
        "{'rules': {'TP001': []}}|[]|a rule's setting must be a level, or `level` and `options`",
        "{'rules': {'TP001': 'low', 'public-trust': 'off'}}|\"public-trust\"|rule TP001 is"
            + " configured twice",
        "{'rules': {'XA001': {'options': {'vendor': 1}}}}|\"vendor\"|unknown key `vendor` in"
            + " `options`; did you mean `vendors`",
        "{'fail-on': 'hgh'}|\"hgh\"|`hgh` is no severity; did you mean `high`",
        "{'fail-on': ['high']}|[\"high\"]|`fail-on` must be a single value",
        "{'profile': 'loose'}|\"loose\"|`loose` is no profile; there are `recommended` and `strict`",
        "{'profile': 'strict', 'profile': 'strict'}|\"profile\"|`profile` is written twice",
        "{'suppress': {}}|{}|`suppress` must be a list",
        "{'suppress': ['TP001']}|\"TP001\"|an entry of `suppress` must be a mapping",
        "{'suppress': [{'rule': 'XX', 'path': 'a', 'reason': 'r'}]}|\"XX\"|there is no rule `XX`",
        "{'suppress': [{'rule': 'TP001', 'path': 'a', 'reason': 'r', 'expires': '31.1.2027'}]}|"
            + "\"31.1.2027\"|`31.1.2027` is no date; write it as `2027-01-31`",
      })
  void a_mistake_is_an_error_at_its_place(String text, String written, String message) {
    Problem problem = mistake(text);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.at().written()).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'rule': 'TP001', 'path': 'a'|a suppression needs a `reason`",
        "'rule': 'TP001', 'path': 'a', 'reason': ' '|a suppression needs a `reason`",
        "'path': 'a', 'reason': 'r'|a suppression needs `rule`: an id, a name, or a list",
        "'rule': 'TP001', 'reason': 'r'|a suppression needs `path` or `resource`; to silence a rule"
            + " everywhere set it to `off` under `rules`",
      })
  void an_incomplete_suppression_is_an_error_and_left_out(String entry, String message) {
    String text = "{'suppress': [{" + entry + "}]}";
    assertThat(mistake(text).message()).isEqualTo(message);
    assertThat(load(text).configuration().suppressions()).isEmpty();
  }

  @Test
  void the_rest_of_a_configuration_with_a_mistake_is_read() {
    ConfigurationReader.Loaded loaded =
        load("{'accounts': {'own': ['x', '123456789012']}, 'bogus': 1, 'fail-on': 'low'}");
    assertThat(loaded.problems()).hasSize(2);
    assertThat(loaded.configuration().accounts().own()).containsExactly("123456789012");
    assertThat(loaded.configuration().failOn()).contains(Severity.LOW);
  }

  @Test
  void a_syntax_error_is_handed_on() {
    assertThat(load("{'accounts': ").problems()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "3600, 3600",
    "4h, 14400",
    "90m, 5400",
    "1h30m, 5400",
    "PT2H, 7200",
    "900s, 900",
    "12h, 43200",
    "0, -1",
    "899, -1",
    "13h, -1",
    "-1h, -1",
    "1 day, -1",
    "P1D, -1",
    "h, -1",
    "x, -1",
    "99999999999999999999, -1",
    "9999999999999999999h, -1",
    "٣٦٠٠, -1",
  })
  void a_duration_is_read(String text, long seconds) {
    assertThat(Seconds.parse(text))
        .isEqualTo(seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds));
  }

  @Test
  void the_configuration_is_found_upwards_within_the_repository(@TempDir Path top)
      throws Exception {
    Path inner = Files.createDirectories(top.resolve("repo/a/b"));
    Files.createDirectories(top.resolve("repo/.git"));
    Files.writeString(top.resolve("rolewright.yaml"), "");
    assertThat(ConfigurationFile.find(inner)).isEmpty();
    Path own = Files.writeString(top.resolve("repo/rolewright.yaml"), "");
    assertThat(ConfigurationFile.find(inner)).isEqualTo(Optional.of(own.toAbsolutePath()));
  }

  @ParameterizedTest
  @CsvSource({
    "/w/rolewright.yaml, /w, a/b.json, a/b.json",
    "/w/rolewright.yaml, /w, ./a/b.json, a/b.json",
    "/w/rolewright.yaml, /w/infra, a.json, infra/a.json",
    "/w/rolewright.yaml, /w/infra, ../other/a.json, other/a.json",
    "/w/samples/rolewright.yaml, /w, samples/x/a.json, x/a.json",
    "/w/samples/rolewright.yaml, /w, other/a.json, other/a.json",
    "/w/rolewright.yaml, /home, /w/a.json, a.json",
  })
  void paths_start_at_the_folder_of_the_configuration(
      Path configuration, Path workingDirectory, String name, String path) {
    assertThat(PathBase.of(configuration, workingDirectory).path(name)).isEqualTo(path);
  }
}
