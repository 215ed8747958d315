package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.fix.Fixed;
import io.rolewright.analyze.fix.Fixer;
import io.rolewright.catalog.Catalog;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.file.RuleBook;
import java.time.LocalDate;
import java.util.List;

/** The engine of this installation. */
final class ShippedEngine implements Engine {

  @Override
  public Analysis analyze(AnalysisRequest request) {
    return new Analyzer().analyze(request);
  }

  @Override
  public Analysis analyzeWithFixes(AnalysisRequest request) {
    return new Fixer().offers(new Analyzer().open(request));
  }

  @Override
  public Fixed fix(AnalysisRequest request) {
    return new Fixer().fixed(new Analyzer().open(request));
  }

  @Override
  public List<RuleMetadata> rules() {
    return RuleBook.metadata();
  }

  @Override
  public String page(RuleMetadata rule) {
    return RuleBook.page(rule);
  }

  @Override
  public String version() {
    String version = ShippedEngine.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public LocalDate catalogueDate() {
    return Catalog.shipped().date();
  }
}
