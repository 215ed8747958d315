package io.rolewright.maven;

import io.rolewright.analyze.Analysis;
import io.rolewright.source.Problem;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** The log and the report files of a run. */
record Output(Log log, Path directory) {

  void write(Analysis analysis, List<String> formats) throws MojoExecutionException {}

  static String firstError(Analysis analysis) {
    return analysis.problems().stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .findFirst()
        .map(problem -> problem.at() + " " + problem.message())
        .orElse("");
  }
}
