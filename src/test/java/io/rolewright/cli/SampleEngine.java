package io.rolewright.cli;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.report.Sample;
import io.rolewright.rule.RuleMetadata;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** An engine that answers as told and remembers what it was asked. */
record SampleEngine(
    Function<AnalysisRequest, Analysis> answer, AtomicReference<AnalysisRequest> asked)
    implements Engine {

  static SampleEngine answering(Analysis analysis) {
    return new SampleEngine(request -> analysis, new AtomicReference<>());
  }

  static SampleEngine failing(Throwable failure) {
    return new SampleEngine(request -> SampleEngine.raise(failure), new AtomicReference<>());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> Analysis raise(Throwable failure) throws E {
    throw (E) failure;
  }

  @Override
  public Analysis analyze(AnalysisRequest request) {
    asked.set(request);
    return answer.apply(request);
  }

  @Override
  public List<RuleMetadata> rules() {
    return List.of(Sample.UNKNOWN_ACTION, Sample.WITHOUT_MFA, Sample.PUBLIC_TRUST);
  }

  @Override
  public String page(RuleMetadata rule) {
    return Sample.page(rule);
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public LocalDate catalogueDate() {
    return LocalDate.of(2026, 9, 26);
  }
}
