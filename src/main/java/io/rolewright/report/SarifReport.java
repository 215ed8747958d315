package io.rolewright.report;

import com.contrastsecurity.sarif.ArtifactLocation;
import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Message;
import com.contrastsecurity.sarif.Notification;
import com.contrastsecurity.sarif.OriginalUriBaseIds;
import com.contrastsecurity.sarif.ReportingConfiguration;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.Tool;
import com.contrastsecurity.sarif.ToolComponent;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rolewright.analyze.Analysis;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * The report for code scanning: SARIF 2.1.0, with what GitHub asks for beyond the standard.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 * @see <a href="https://docs.github.com/en/code-security/reference/code-scanning/sarif-files">SARIF
 *     support for code scanning</a>
 */
final class SarifReport implements Report {

  /** Where Rolewright lives; rule pages are linked below it. */
  static final String HOME = "https://github.com/rolewright/rolewright";

  private static final URI SCHEMA = URI.create("https://json.schemastore.org/sarif-2.1.0.json");

  private final ReportOptions options;

  SarifReport(ReportOptions options) {
    this.options = options;
  }

  @Override
  public void write(Analysis analysis, Writer out) throws IOException {
    SarifSchema210 log =
        new SarifSchema210()
            .with$schema(SCHEMA)
            .withVersion(SarifSchema210.Version._2_1_0)
            .withRuns(List.of(run(analysis)));
    writer().writeValue(out, log);
    out.write('\n');
    out.flush();
  }

  private Run run(Analysis analysis) {
    SarifRules rules = new SarifRules(analysis.rules(), options.pages());
    return new Run()
        .withTool(new Tool().withDriver(driver(rules)))
        .withInvocations(List.of(invocation(analysis)))
        .withOriginalUriBaseIds(baseIds())
        .withColumnKind(Run.ColumnKind.UTF_16_CODE_UNITS)
        .withResults(analysis.results().stream().map(r -> SarifResults.of(r, rules)).toList());
  }

  private ToolComponent driver(SarifRules rules) {
    return new ToolComponent()
        .withName("Rolewright")
        .withVersion(options.version())
        .withInformationUri(URI.create(HOME))
        .withRules(rules.descriptors());
  }

  private static Invocation invocation(Analysis analysis) {
    return new Invocation()
        .withExecutionSuccessful(!analysis.incomplete())
        .withToolExecutionNotifications(
            analysis.problems().stream().map(SarifReport::notification).toList());
  }

  private static Notification notification(Problem problem) {
    return new Notification()
        .withLevel(level(problem.severity()))
        .withMessage(SarifResults.message(problem.message()))
        .withLocations(Set.of(SarifResults.location(problem.at())));
  }

  private static Notification.Level level(Problem.Severity severity) {
    return switch (severity) {
      case ERROR -> Notification.Level.ERROR;
      case WARNING -> Notification.Level.WARNING;
      case NOTE -> Notification.Level.NOTE;
    };
  }

  private static OriginalUriBaseIds baseIds() {
    Message what = new Message().withText("The directory that the run was started in.");
    return new OriginalUriBaseIds()
        .withAdditionalProperty(SarifResults.ROOT, new ArtifactLocation().withDescription(what));
  }

  /**
   * A writer that undoes what the model's annotations lose: they leave out values that equal
   * SARIF's defaults, and readers then take a result's level from its rule instead.
   */
  private static ObjectWriter writer() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.CLOSE_CLOSEABLE)
            .addMixIn(com.contrastsecurity.sarif.Result.class, KeptLevel.class)
            .addMixIn(ReportingConfiguration.class, KeptLevel.class)
            .addMixIn(Notification.class, KeptLevel.class)
            .build();
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter layout = new DefaultPrettyPrinter();
    layout.indentArraysWith(indenter);
    layout.indentObjectsWith(indenter);
    return mapper.writer(layout);
  }

  /** Keeps {@code level: warning}, and leaves out lists that have nothing to say. */
  private abstract static class KeptLevel {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    Object level;

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Object suppressions;

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Object relatedLocations;

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    Object fixes;
  }
}
