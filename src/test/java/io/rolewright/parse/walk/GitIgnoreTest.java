package io.rolewright.parse.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a {@code .gitignore} says, the walk must find what git finds. */
class GitIgnoreTest {

  @TempDir private Path repository;

  @BeforeEach
  void a_repository() throws IOException, InterruptedException {
    assumeTrue(isGitInstalled());
    git("init", "-q");
    for (String folder : List.of("", "a/", "b/", "a/b/", "a/a/", "a/b/c/", "[x]/", "a b/")) {
      Files.createDirectories(repository.resolve(folder));
      for (String name :
          List.of("a", "b", "ab", "a.b", "!a", "#a", "a b", "a+b", "{a}", "a]", "A")) {
        Files.writeString(repository.resolve(folder + name + ".json"), "");
      }
    }
    Files.createDirectories(repository.resolve("d.json"));
    Files.writeString(repository.resolve("d.json/c.json"), "");
  }

  private static boolean isGitInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String git(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.excludesFile="));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .directory(repository.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output;
  }

  private void assertSameAsGit(String what) throws IOException, InterruptedException {
    TreeSet<String> expected =
        new TreeSet<>(List.of(git("ls-files", "-z", "-o", "--exclude-standard").split("\0")));
    expected.removeIf(name -> !name.endsWith(".json"));
    FileWalk walk = new FileWalk(repository, repository, List.of());
    walk.add(repository);

    assertThat(walk.candidates())
        .extracting(Candidate::name)
        .as(what)
        .containsExactlyElementsOf(expected);
  }

  private void ignore(String folder, String text) throws IOException {
    Files.writeString(repository.resolve(folder).resolve(".gitignore"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.json",
        "/a.json",
        "a/",
        "/a/",
        "a/b",
        "a/b/",
        "b/c/",
        "**/b",
        "**/b/",
        "a/**",
        "a/**/c",
        "**",
        "*",
        "/*",
        "*.json",
        "*\n!a/\n!a/*.json",
        "a/*\n!a/b/",
        "a\n!a/a.json",
        "a/*.json",
        "a/**/a.json",
        "?.json",
        "[ab].json",
        "[!ab].json",
        "[^a].json",
        "[a-b].json",
        "[[:upper:]]*",
        "\\!a.json",
        "\\#a.json",
        "#a.json",
        "!a.json",
        "a b.json",
        "a\\ b.json",
        "a.json   ",
        "a.json\\ ",
        "a+b.json",
        "{a}.json",
        "a].json",
        "[]]*",
        "[a]].json",
        "[",
        "a[",
        "\\[x\\]",
        "[x]",
        "\\",
        "a\\",
        "/",
        "//",
        "a//",
        "**a",
        "a**",
        "a**b.json",
        "a/**b",
        "***",
        "/**/a.json",
        "d.json/c.json",
        "d.json/",
        "/a.json/\n",
        "*\r\n!a.json\r\n",
        "\uFEFFa.json",
        " a.json",
        "a.json\t",
        "b.json\n!/b.json",
        "[[:foo:]]*",
        "[a-].json",
        "[\\a].json",
        "[z-a].json",
        "**/",
        "/**",
        "a/**/",
        "**/**/a.json",
        "a/b/../a.json",
        "./a.json",
        "[a/b].json",
        "a[!b]b"
      })
  void a_pattern_means_what_git_makes_of_it(String text) throws Exception {
    ignore("", text);
    assertSameAsGit(text);
  }

  @Test
  void random_patterns_in_nested_files_mean_what_git_makes_of_them() throws Exception {
    Random random = new Random(5);
    for (int i = 0; i < 150; i++) {
      String root = patterns(random);
      String nested = patterns(random);
      ignore("", root);
      ignore("a", nested);
      ignore("a/b", patterns(random));
      assertSameAsGit(root + "\n---\n" + nested);
    }
  }

  private static String patterns(Random random) {
    String[] pieces = {
      "a", "b", "c", ".json", "*", "**", "/", "/", "?", "[ab]", "[!a]", "\\a", "a b", ".", "*.json",
      "+"
    };
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(4); n > 0; n--) {
      text.append(random.nextInt(3) == 0 ? "!" : "");
      for (int k = 1 + random.nextInt(5); k > 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      text.append('\n');
    }
    return text.toString();
  }

  @Test
  void a_hostile_pattern_takes_no_time() {
    IgnoreFile file = new IgnoreFile("*a".repeat(40) + "b\n" + "**/a/".repeat(40) + "b\n");

    assertThat(file.ignores("a/".repeat(100) + "a".repeat(2000), false)).isEmpty();
  }
}
