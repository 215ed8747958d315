package io.rolewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.analyze.scenario.ScenarioRun;
import io.rolewright.analyze.scenario.Scenarios;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Uncertainty;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Scenarios with their reports, side by side in {@code report/scenario}. After a change that is
 * meant, renew them with {@code -Drolewright.renew=true} and read the difference.
 */
class ScenarioReportTest {

  private static final Path FOLDER = Path.of("test/resources/io/rolewright/report/scenario");

  @ParameterizedTest
  @ValueSource(strings = {"chain", "no-tags", "fault", "star", "hostile", "wrong", "undecided"})
  void people_read_this(String name) throws IOException {
    expect(name + ".txt", written(name, Format.TEXT, false, Assumptions.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chain", "no-tags", "fault", "star", "undecided"})
  void programs_read_this(String name) throws IOException {
    String json = written(name, Format.JSON, false, Assumptions.DEFAULT);
    new ObjectMapper().readTree(json);
    expect(name + ".json", json);
  }

  @Test
  void a_trace_tells_every_step_in_marks_and_words() throws IOException {
    expect("no-tags-trace.txt", written("no-tags", Format.TEXT, true, Assumptions.DEFAULT));
  }

  @Test
  void a_trace_for_programs_has_the_same_steps() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(written("no-tags", Format.JSON, true, Assumptions.DEFAULT));
    List<String> told = new ArrayList<>();
    for (JsonNode layer : json.at("/calls/0/decisions/1/trace")) {
      for (JsonNode policy : layer.get("policies")) {
        for (JsonNode statement : policy.get("statements")) {
          statement
              .get("steps")
              .forEach(
                  s ->
                      told.add(
                          layer.get("layer").asText()
                              + " "
                              + s.get("kind").asText()
                              + " "
                              + s.get("matched").asText()));
        }
      }
    }
    assertThat(told)
        .containsExactly(
            "resource principal yes",
            "resource action no",
            "identity action yes",
            "identity resource yes");
  }

  @Test
  void without_being_asked_there_is_no_trace() throws IOException {
    String json = written("no-tags", Format.JSON, false, Assumptions.DEFAULT);
    assertThat(new ObjectMapper().readTree(json).findValues("trace")).isEmpty();
  }

  @Test
  void the_other_reading_gives_the_other_verdict() throws IOException {
    Assumptions b = Assumptions.DEFAULT.with(Uncertainty.U19);
    assertThat(written("star", Format.TEXT, false, Assumptions.DEFAULT)).contains("accepted:");
    assertThat(written("star", Format.TEXT, false, b))
        .contains("refused:")
        .contains("B) he does, as taken here");
  }

  @Test
  void no_character_of_the_input_reaches_the_terminal_as_a_command() throws IOException {
    String text = written("hostile", Format.TEXT, true, Assumptions.DEFAULT);
    assertThat(text.chars().filter(c -> c != '\n' && Character.isISOControl(c))).isEmpty();
    assertThat(text).doesNotContain("\u202e");
  }

  @Test
  void every_decision_has_its_members_in_the_same_order() throws IOException {
    JsonNode json =
        new ObjectMapper().readTree(written("chain", Format.JSON, true, Assumptions.DEFAULT));
    List<String> names = new ArrayList<>();
    json.at("/calls/0/decisions/0").fieldNames().forEachRemaining(names::add);
    assertThat(names)
        .containsExactly(
            "request",
            "verdict",
            "reasonCode",
            "otherwise",
            "refusedBy",
            "explanation",
            "deciding",
            "nearestMiss",
            "fix",
            "undecidedBy",
            "hangsOn",
            "trace");
  }

  private static String written(String name, Format format, boolean trace, Assumptions assumptions)
      throws IOException {
    ScenarioRun run =
        new Scenarios(FOLDER.toAbsolutePath(), assumptions).run(Path.of(name + ".yaml"), List.of());
    StringWriter out = new StringWriter();
    ScenarioReport.in(format, new ScenarioReport.Options("1.2.3", false, trace)).write(run, out);
    return out.toString();
  }

  private static void expect(String file, String written) throws IOException {
    if (Boolean.getBoolean("rolewright.renew")) {
      Files.writeString(FOLDER.resolve(file), written);
    }
    assertThat(written).isEqualTo(Files.readString(FOLDER.resolve(file)));
  }
}
