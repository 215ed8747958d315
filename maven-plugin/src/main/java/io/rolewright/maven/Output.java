package io.rolewright.maven;

import io.rolewright.analyze.Analysis;
import io.rolewright.report.Format;
import io.rolewright.report.Report;
import io.rolewright.report.ReportOptions;
import io.rolewright.rule.Finding;
import io.rolewright.rule.file.RuleBook;
import io.rolewright.source.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** The log and the report files of a run. */
record Output(Log log, Path directory) {

  /** The text report to the log, and each asked-for report to its file. */
  void write(Analysis analysis, List<String> formats) throws MojoExecutionException {
    try {
      StringWriter text = new StringWriter();
      report(Format.TEXT).write(analysis, text);
      boolean loud = !analysis.open().isEmpty() || !analysis.problems().isEmpty();
      text.toString().lines().forEach(loud ? log::warn : log::info);
      for (String format : formats) {
        write(analysis, format(format));
      }
    } catch (IOException e) {
      throw new MojoExecutionException("cannot write reports to " + directory, e);
    }
  }

  private void write(Analysis analysis, Format format) throws IOException {
    Files.createDirectories(directory);
    String extension = format == Format.TEXT ? "txt" : format.shown();
    try (Writer out = Files.newBufferedWriter(directory.resolve("rolewright." + extension))) {
      report(format).write(analysis, out);
    }
  }

  private static Report report(Format format) {
    String version = Output.class.getPackage().getImplementationVersion();
    return Report.in(
        format,
        new ReportOptions(version == null ? "development" : version, false, RuleBook::page));
  }

  private static Format format(String name) throws MojoExecutionException {
    return Format.named(name)
        .filter(Report.FORMATS::contains)
        .orElseThrow(
            () ->
                new MojoExecutionException(
                    "`" + name + "` is no report format; the formats are text, json, sarif"));
  }

  /** A finding in one line. */
  static String line(Finding finding) {
    return finding.rule().id()
        + " "
        + finding.at()
        + " "
        + finding.severity().shown()
        + ": "
        + finding.message();
  }

  static String firstError(Analysis analysis) {
    return analysis.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .findFirst()
        .map(problem -> problem.at() + " " + problem.message())
        .orElse("");
  }
}
