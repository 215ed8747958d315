package io.rolewright.parse.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IgnoreRulesTest {

  private static final List<String> FILES =
      List.of(
          "a.json",
          "keep.json",
          "logs/x.json",
          "deep/logs/x.json",
          "out/x.json",
          "deep/out/x.json",
          "foo/bar/baz/x.json",
          "foo/x.json",
          "doc/a.txt.json",
          "doc/deep/b.txt.json",
          "sub/local.json",
          "sub/other.json",
          "sub/deep/local.json",
          "back slash.json",
          "#hash.json",
          "q1.json",
          "qq1.json");

  private static final String RULES =
      """
      # comment
      *.txt.json
      !doc/a.txt.json
      logs/
      /out
      foo/**/x.json
      back\\ slash.json
      \\#hash.json
      q?.json
      """;

  @TempDir Path root;

  @Test
  void agrees_with_git() throws Exception {
    write(".gitignore", RULES);
    write("sub/.gitignore", "local.json\n!/deep/local.json\n");
    for (String file : FILES) {
      write(file, "{}");
    }
    assumeTrue(git("init", "-q") == 0, "git is installed");
    FileWalk walk = new FileWalk(root, root, List.of());
    walk.add(root);
    List<String> found = walk.candidates().stream().map(Candidate::name).toList();
    for (String file : FILES) {
      boolean ignoredByGit = git("check-ignore", "-q", file) == 0;
      assertThat(found.contains(file)).as(file).isEqualTo(!ignoredByGit);
    }
  }

  @Test
  void patterns_of_the_configuration_count_too() throws IOException {
    write("old/x.json", "{}");
    write("new/x.json", "{}");
    FileWalk walk = new FileWalk(root, root, List.of("old/"));
    walk.add(root);
    assertThat(walk.candidates()).extracting(Candidate::name).containsExactly("new/x.json");
  }

  @Test
  void the_rules_of_the_repository_count_below_it_too() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    write(".gitignore", "private/\n");
    write("a/private/x.json", "{}");
    write("a/x.json", "{}");
    FileWalk walk = new FileWalk(root, root, List.of());
    walk.add(root.resolve("a"));
    assertThat(walk.candidates()).extracting(Candidate::name).containsExactly("a/x.json");
  }

  @Test
  void a_named_folder_is_looked_at_even_if_it_is_ignored() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    write(".gitignore", "private/\n");
    write("private/x.json", "{}");
    FileWalk walk = new FileWalk(root, root, List.of());
    walk.add(root.resolve("private"));
    assertThat(walk.candidates()).extracting(Candidate::name).containsExactly("private/x.json");
  }

  @Test
  void a_named_folder_inside_an_ignored_one_is_looked_at_too() throws IOException {
    Files.createDirectories(root.resolve(".git"));
    write(".gitignore", "private/\n*.json\n");
    write("private/a/x.json", "{}");
    FileWalk walk = new FileWalk(root, root, List.of());
    walk.add(root.resolve("private/a"));
    assertThat(walk.candidates()).extracting(Candidate::name).containsExactly("private/a/x.json");
  }

  @Test
  void a_folder_too_deep_to_be_looked_at_is_not_passed_over_in_silence() throws IOException {
    write("d/".repeat(70) + "x.json", "{}");
    FileWalk walk = new FileWalk(root, root, List.of());
    walk.add(root);
    assertThat(walk.candidates()).isEmpty();
    assertThat(walk.problems()).hasSize(1);
  }

  private void write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private int git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command)
          .directory(root.toFile())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException missing) {
      return 127;
    }
  }
}
