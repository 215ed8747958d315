package io.rolewright.analyze.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolewright.simulate.sts.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioSchemaTest {

  @Test
  void the_schema_has_the_fields_that_the_reader_knows_and_no_others() {
    Map<String, List<String>> known = new TreeMap<>();
    known.put("fileOfAccount", Vocabulary.FILE);
    known.put("account", Vocabulary.ACCOUNT);
    known.put("caller", Vocabulary.CALLER);
    known.put("mfa", Vocabulary.MFA);
    known.put("tagClaim", Vocabulary.TAG_CLAIM);
    known.put("call", Vocabulary.CALL);
    known.put("role", Vocabulary.ROLE);
    known.put("question", Vocabulary.QUESTION);
    known.put("policyReference", Vocabulary.POLICY);
    known.put("tag", Vocabulary.TAG);
    known.forEach(
        (name, fields) ->
            assertThat(names(ScenarioSchema.JSON.at("/$defs/" + name)))
                .as(name)
                .containsExactlyInAnyOrderElementsOf(fields));
    assertThat(names(ScenarioSchema.JSON)).containsExactlyInAnyOrderElementsOf(Vocabulary.SCENARIO);
  }

  @Test
  void the_schema_has_the_operations_that_the_reader_knows() {
    List<String> operations = new ArrayList<>();
    ScenarioSchema.JSON
        .at("/$defs/call/properties/operation/enum")
        .forEach(o -> operations.add(o.asText()));
    assertThat(operations)
        .containsExactlyInAnyOrderElementsOf(
            List.of(Operation.values()).stream().map(Operation::shown).toList());
  }

  @Test
  void every_field_is_described() {
    List<String> silent = new ArrayList<>();
    ScenarioSchema.JSON
        .get("$defs")
        .properties()
        .forEach(
            def ->
                def.getValue()
                    .path("properties")
                    .properties()
                    .forEach(
                        field -> {
                          if (!isDescribed(field.getValue()) && !isOfPolicy(def.getKey())) {
                            silent.add(def.getKey() + "." + field.getKey());
                          }
                        }));
    assertThat(silent).isEmpty();
  }

  /** A policy's elements are AWS's to describe. */
  private static boolean isOfPolicy(String def) {
    return def.equals("policyDocument");
  }

  private static boolean isDescribed(JsonNode field) {
    String ref = field.path("$ref").asText("");
    return field.has("description")
        || (!ref.isEmpty() && ScenarioSchema.JSON.at(ref.substring(1)).has("description"));
  }

  @ParameterizedTest
  @MethodSource("io.rolewright.analyze.scenario.SampleScenariosTest#scenarios")
  void every_sample_scenario_is_valid(Path file) {
    assertThat(ScenarioSchema.complaints(ScenarioSchema.text(file))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "title: nobody",
        "caller: {user: dana}",
        "caller: {user: \"arn:aws:iam::222222222222:user/dana\", mfa: {seconds: 4}}",
        "caller: {user: \"arn:aws:iam::222222222222:user/dana\", root: \"222222222222\"}",
        "caller: {anonymous: true}\ncalls: {operation: AssumeRole}",
        "caller: {anonymous: true}\ncall: {operation: AssumeRoll}",
        "caller: {anonymous: true}\ncan: [{action: \"s3:*\", resource: \"*\"}]",
        "caller: {anonymous: true}\naccounts: {\"1\": {}}",
      })
  void the_schema_refuses_what_the_reader_refuses(String text) {
    assertThat(ScenarioSchema.complaints(text)).isNotEmpty();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.get("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
