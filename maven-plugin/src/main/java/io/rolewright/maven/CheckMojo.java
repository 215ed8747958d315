package io.rolewright.maven;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.AnalysisRequest;
import io.rolewright.analyze.Analyzer;
import io.rolewright.analyze.Profile;
import io.rolewright.analyze.Threshold;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks the AWS policies of a project and fails the build where findings are grave enough.
 *
 * <p>Looks at {@code src/main/resources}, at CloudFormation and SAM templates in the project's own
 * folder, and at the files and folders of {@code includes}.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class CheckMojo extends AbstractMojo {

  /**
   * Leaves the check out.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The least severity that fails the build: {@code critical}, {@code high}, {@code medium}, {@code
   * low}, {@code info}, or {@code never}. Findings of severity {@code error} always fail it, except
   * with {@code never}. Where it is not given, {@code fail-on} of the configuration holds, or else
   * {@code high}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.failOn")
  private String failOn;

  /**
   * Whether a question that stays open fails the build, such as a policy whose text is not in the
   * project.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.failOnIncomplete", defaultValue = "false")
  private boolean failOnIncomplete;

  /**
   * Further files and folders to look at, relative to the project's folder.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.includes")
  private List<String> includes;

  /**
   * Files and folders to pass over, as in a {@code .gitignore} file.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.excludes")
  private List<String> excludes;

  /**
   * Reports to write to {@link #outputDirectory}: {@code text}, {@code json}, {@code sarif}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.formats")
  private List<String> formats;

  /**
   * Where reports go, as {@code rolewright.txt}, {@code rolewright.json} and {@code
   * rolewright.sarif}.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "rolewright.outputDirectory",
      defaultValue = "${project.build.directory}/rolewright")
  private File outputDirectory;

  /**
   * The configuration. Where it is not given, {@code rolewright.yaml} is looked for from the
   * project's folder upwards.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.configFile")
  private File configFile;

  /**
   * Folders of private rules, beside the project's own in {@code .rolewright/rules}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.rules")
  private List<String> rules;

  /**
   * A file of accepted findings, which are then not told again.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.baseline")
  private File baseline;

  /**
   * The AWS account, twelve digits, that owns the roles.
   *
   * @since 0.1.0
   */
  @Parameter(property = "rolewright.account")
  private String account;

  @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
  private File basedir;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("rolewright: skipped");
      return;
    }
    Optional<Threshold> given = threshold(Optional.ofNullable(failOn));
    List<Path> paths = new Sources(basedir.toPath(), listed(includes)).paths();
    if (paths.isEmpty()) {
      getLog().info("rolewright: nothing to look at");
      return;
    }
    Analysis analysis = new Analyzer().analyze(request(paths));
    new Output(getLog(), outputDirectory.toPath()).write(analysis, listed(formats));
    judge(analysis, given.orElseGet(() -> Threshold.configured(analysis)));
  }

  private AnalysisRequest request(List<Path> paths) {
    return new AnalysisRequest(
        paths,
        basedir.toPath(),
        Optional.ofNullable(configFile).map(File::toPath),
        Optional.empty(),
        Optional.ofNullable(account),
        Profile.RECOMMENDED,
        Optional.ofNullable(baseline).map(File::toPath),
        listed(excludes),
        (done, total, name) -> {},
        listed(rules).stream().map(Path::of).toList(),
        false);
  }

  /** Maven leaves parameters null that nobody sets. */
  private static List<String> listed(List<String> values) {
    return Optional.ofNullable(values).orElse(List.of());
  }

  private static Optional<Threshold> threshold(Optional<String> given)
      throws MojoExecutionException {
    Optional<Threshold> threshold = given.flatMap(Threshold::named);
    if (given.isPresent() && threshold.isEmpty()) {
      throw new MojoExecutionException(
          "failOn is `"
              + given.get()
              + "`; it must be one of "
              + String.join(", ", Threshold.WORDS));
    }
    return threshold;
  }

  private void judge(Analysis analysis, Threshold threshold)
      throws MojoExecutionException, MojoFailureException {
    if (analysis.incomplete()) {
      throw new MojoExecutionException(
          "rolewright could not judge everything: " + Output.firstError(analysis));
    }
    List<String> failing = threshold.failing(analysis).stream().map(Output::line).toList();
    if (failOnIncomplete && analysis.leftOpen() > 0) {
      throw new MojoFailureException(
          "rolewright could not decide everything; open questions: " + analysis.leftOpen());
    }
    if (!failing.isEmpty()) {
      throw new MojoFailureException(
          "rolewright found "
              + failing.size()
              + (failing.size() == 1 ? " fault" : " faults")
              + ":\n  "
              + String.join("\n  ", failing));
    }
  }
}
