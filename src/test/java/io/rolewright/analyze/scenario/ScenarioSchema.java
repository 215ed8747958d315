package io.rolewright.analyze.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rolewright.analyze.input.Inputs;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Node;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schema that editors check scenarios with. */
final class ScenarioSchema {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  static final JsonNode JSON = json(text(Path.of("..", "docs", "scenario.schema.json")));

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(JSON);

  private ScenarioSchema() {}

  /** What the schema has against a scenario in JSON or YAML. */
  static List<String> complaints(String text) {
    SourceFile file = SourceFile.of("scenario.yaml", text);
    Node root = new Inputs(ReadOptions.DEFAULT).tree(file).roots().get(0);
    return SCHEMA.validate(json(CompactJson.of(root))).stream().map(Object::toString).toList();
  }

  static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
