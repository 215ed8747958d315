package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Analyzer;
import io.rolewright.rule.RuleMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The engine of this installation. */
final class ShippedEngine implements Engine {

  private final Analyzer analyzer = new Analyzer();

  @Override
  public Analysis analyze(AnalysisRequest request) {
    return analyzer.analyze(request);
  }

  @Override
  public List<RuleMetadata> rules() {
    return analyzer.rules();
  }

  @Override
  public String page(RuleMetadata rule) {
    String resource = "/rules/" + rule.page();
    try (InputStream in = ShippedEngine.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no page for rule " + rule.id() + " at " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> versions() {
    String version = ShippedEngine.class.getPackage().getImplementationVersion();
    return List.of(version == null ? "development" : version);
  }
}
