package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real launcher in a checkout whose Java and Maven only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final Path LAUNCHER = Path.of("../rolewright").toAbsolutePath().normalize();
  private static final String BUILD =
      """
      #!/bin/sh
      sleep 0.2
      echo built >>../builds
      mkdir -p target/lib
      echo jar >target/rolewright-1.jar
      """;
  private static final String JAVA =
      """
      #!/bin/sh
      for a; do
        case $a in -XX:ArchiveClassesAtExit=*) echo archive >"${a#*=}"; exit 0 ;; esac
      done
      for a; do printf '<%s>' "$a"; done
      echo
      """;

  @TempDir private Path directory;
  private Path home;
  private Path javaHome;

  /** What one run printed. */
  private record Run(int code, String out, String err) {}

  @BeforeEach
  void make_a_checkout() throws IOException {
    home = Files.createDirectories(directory.resolve("check out"));
    javaHome = Files.createDirectories(directory.resolve("ja va"));
    Files.createDirectories(javaHome.resolve("bin"));
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("rules"));
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(home.resolve("src/pom.xml"), "");
    Files.copy(LAUNCHER, home.resolve("rolewright"));
    script(home.resolve("rolewright"), Files.readString(LAUNCHER));
    script(home.resolve("mvnw"), BUILD);
    script(javaHome.resolve("bin/java"), JAVA);
    release("17.0.15");
  }

  @Test
  void a_first_run_builds_with_a_line_of_progress_and_hands_all_arguments_on() throws Exception {
    Run run = run("check", "a b", "", "--fail-on=*");
    assertThat(run.err())
        .isEqualTo("rolewright: building, which is needed once and after changes ...\n");
    assertThat(run.out())
        .contains("<-XX:SharedArchiveFile=" + home + "/target/rolewright-Maker_Inc.-17.0.15_7.jsa>")
        .endsWith("<-jar><" + home + "/target/rolewright-1.jar><check><a b><><--fail-on=*>\n");
    assertThat(run.code()).isZero();
  }

  @Test
  void a_second_run_builds_nothing_and_says_nothing() throws Exception {
    run("check");
    assertThat(run("check").err()).isEmpty();
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_changed_source_is_built_once() throws Exception {
    run("check");
    Files.writeString(home.resolve("rules/new.md"), "");
    Files.setLastModifiedTime(
        home.resolve("rules/new.md"), FileTime.from(Instant.now().minusMillis(1)));
    Thread.sleep(1100);
    run("check");
    run("check");
    assertThat(builds()).isEqualTo(2);
  }

  @Test
  void runs_at_once_build_once() throws Exception {
    List<Process> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(start(home.resolve("rolewright"), "check"));
    }
    for (Process one : all) {
      assertThat(one.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(one.exitValue()).isZero();
    }
    assertThat(builds()).isEqualTo(1);
  }

  @Test
  void a_lock_whose_owner_died_is_passed_over() throws Exception {
    Files.createDirectories(home.resolve("target/rolewright.lock"));
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(home.resolve("target/rolewright.lock/pid"), gone.pid() + "\n");
    assertThat(run("check").code()).isZero();
    assertThat(home.resolve("target/rolewright.lock")).doesNotExist();
  }

  @Test
  void a_failed_build_shows_its_end_keeps_its_log_and_exits_with_2() throws Exception {
    script(home.resolve("mvnw"), "#!/bin/sh\necho 'no such thing'; exit 1\n");
    Run run = run("check");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("no such thing\n", "target/rolewright-build.log");
    assertThat(home.resolve("target/rolewright-build.log")).hasContent("no such thing");
  }

  @Test
  void it_finds_its_checkout_through_links() throws Exception {
    Path bin = Files.createDirectories(directory.resolve("bin"));
    Files.createSymbolicLink(directory.resolve("hop"), home.resolve("rolewright"));
    Path link = Files.createSymbolicLink(bin.resolve("rw"), Path.of("../hop"));
    Run run = finish(start(link, "check"));
    assertThat(run.out()).contains("<" + home.toRealPath() + "/target/rolewright-1.jar>");
  }

  @Test
  void an_old_java_is_refused() throws Exception {
    release("11.0.2");
    Run run = run("check");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo("rolewright: needs Java 17 or newer; " + javaHome + "/bin/java is 11.0.2\n");
  }

  @Test
  void a_java_without_a_release_file_is_asked() throws Exception {
    Files.delete(javaHome.resolve("release"));
    script(javaHome.resolve("bin/java"), "#!/bin/sh\necho 'java version \"1.8.0_1\"' >&2\n");
    assertThat(run("check").err()).contains("needs Java 17 or newer").contains("1.8.0_1");
  }

  @Test
  void a_machine_that_makes_no_archive_is_asked_once_and_runs_without() throws Exception {
    script(
        javaHome.resolve("bin/java"),
        JAVA.replace("echo archive >\"${a#*=}\"; exit 0", "echo x >>../asked; exit 1"));
    run("check");
    assertThat(run("check").out()).doesNotContain("SharedArchiveFile");
    assertThat(Files.readAllLines(directory.resolve("asked"))).hasSize(1);
  }

  @Test
  void options_for_the_machine_are_handed_on() throws Exception {
    ProcessBuilder builder = builder(home.resolve("rolewright"), "check");
    builder.environment().put("ROLEWRIGHT_JAVA_OPTS", "-Xmx256m -Dx=y");
    assertThat(finish(builder.start()).out()).contains("<-Xmx256m><-Dx=y><-jar>");
  }

  private long builds() throws IOException {
    return Files.readAllLines(directory.resolve("builds")).size();
  }

  private void release(String version) throws IOException {
    Files.writeString(
        javaHome.resolve("release"),
        """
        IMPLEMENTOR="Maker Inc."
        JAVA_RUNTIME_VERSION="%1$s 7"
        JAVA_VERSION="%1$s"
        """
            .formatted(version));
  }

  private static void script(Path path, String text) throws IOException {
    Files.writeString(path, text);
    assertThat(path.toFile().setExecutable(true)).isTrue();
  }

  private Run run(String... arguments) throws Exception {
    return finish(start(home.resolve("rolewright"), arguments));
  }

  private Process start(Path launcher, String... arguments) throws IOException {
    return builder(launcher, arguments).start();
  }

  private ProcessBuilder builder(Path launcher, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    ProcessBuilder builder = new ProcessBuilder(command).directory(elsewhere.toFile());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().remove("ROLEWRIGHT_JAVA_OPTS");
    return builder;
  }

  private static Run finish(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes());
    String err = new String(process.getErrorStream().readAllBytes());
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }
}
