package io.rolewright.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule files at run time: what is wrong with one does not stop the others. */
class RuleLoaderTest {

  @TempDir Path folder;

  @Test
  void an_id_or_name_of_a_shipped_rule_is_not_taken() {
    assertThat(loaded(rule("only-ci.md", "TP001")))
        .containsExactly(
            "`TP001` is the id of a rule that comes with Rolewright; take another, such as MY001");
    assertThat(loaded(rule("public-trust.md", "MY001")))
        .containsExactly(
            "`public-trust` is the name of a rule that comes with Rolewright; rename the file");
  }

  @Test
  void no_two_files_have_the_same_id_or_name() {
    assertThat(loaded(rule("a.md", "MY001"), rule("b.md", "MY001")))
        .contains("the rule in a.md has the id `MY001` too; number one of them anew");
    assertThat(loaded(rule("x/a.md", "MY001"), rule("y/a.md", "MY002")))
        .contains("the rule in x/a.md has the name `a` too; rename one of the files");
  }

  @Test
  void a_private_rule_loads_no_code() {
    assertThat(loaded(rule("a.md", "MY001")))
        .containsExactly("a rule of your own cannot name a checker; write it in a fence ```rule");
  }

  @Test
  void a_rule_that_cannot_run_is_known_by_its_id() {
    RuleLoader loader = RuleLoader.ofPrivateRules().load(rule("a.md", "MY001"));
    assertThat(loader.rules()).isEmpty();
    assertThat(loader.broken()).extracting(RuleMetadata::id).containsExactly("MY001");
    RuleSet rules = RuleSet.shipped().plus(loader);
    assertThat(rules.metadata()).extracting(RuleMetadata::id).doesNotContain("MY001");
    assertThat(rules.known()).extracting(RuleMetadata::id).contains("MY001", "TP001");
  }

  @Test
  void a_rule_under_test_takes_the_place_of_the_shipped_one() {
    RuleLoader loader = RuleLoader.ofRulesUnderTest().load(where("mine.md", "TP001", "true"));
    assertThat(loader.problems()).isEmpty();
    RuleSet rules = RuleSet.shipped().plus(loader);
    assertThat(rules.rules()).filteredOn(r -> r.metadata().id().equals("TP001")).hasSize(1);
    assertThat(rules.metadata())
        .filteredOn(r -> r.id().equals("TP001"))
        .extracting(RuleMetadata::name)
        .containsExactly("mine");
    assertThat(rules.rules()).hasSameSizeAs(RuleSet.shipped().rules());
  }

  @Test
  void rules_are_found_below_folders_and_readmes_are_none() throws IOException {
    write("b/one.md", "MY001");
    write("a/two.md", "MY002");
    Files.writeString(folder.resolve("README.md"), "# Our rules\n");
    Files.writeString(folder.resolve("a/notes.txt"), "nothing");
    assertThat(broken(Path.of("."))).containsExactly("MY002", "MY001");
    assertThat(broken(Path.of("b/one.md"), Path.of("b"), folder)).containsExactly("MY001", "MY002");
  }

  @Test
  void what_cannot_be_read_is_told() throws IOException {
    Files.write(folder.resolve("latin.md"), new byte[] {'-', (byte) 0xE9, '\n'});
    Files.write(folder.resolve("large.md"), new byte[300 * 1024]);
    Files.createDirectory(folder.resolve("folder.md"));
    write("fine.md", "MY001");
    RuleLoader loader = RuleLoader.ofPrivateRules().load(List.of(folder), folder);
    assertThat(loader.broken()).extracting(RuleMetadata::id).containsExactly("MY001");
    assertThat(loader.problems())
        .extracting(p -> p.at().file().name() + ": " + p.message())
        .contains(
            "latin.md: this is not UTF-8 at byte 2; save it as UTF-8",
            "large.md: this is larger than the 256 KB of a rule file");
    assertThat(messages(RuleLoader.ofPrivateRules().load(List.of(Path.of("nowhere")), folder)))
        .containsExactly("there is no such file or folder of rules");
  }

  @Test
  void a_link_in_a_circle_ends() throws IOException {
    write("a/one.md", "MY001");
    Files.createSymbolicLink(folder.resolve("a/circle"), folder);
    assertThat(broken(Path.of("."))).containsExactly("MY001");
  }

  @Test
  void a_folder_of_too_much_is_none_of_rules() throws IOException {
    for (int i = 0; i <= RuleFolders.MAX_FILES; i++) {
      Files.createFile(folder.resolve("r" + i + ".md"));
    }
    assertThat(messages(RuleLoader.ofPrivateRules().load(List.of(folder), folder)))
        .containsExactly("this folder holds too much to be a folder of rules; name a smaller one");
  }

  @Test
  void a_rule_that_nobody_would_write_ends_with_a_problem() {
    assertThat(loaded(where("(".repeat(8_000)))).hasSize(1);
    assertThat(loaded(where("not ".repeat(4_000) + "true"))).hasSizeLessThanOrEqualTo(1);
    assertThat(loaded(where("\"" + "{r.name}".repeat(10_000) + "\" == \"x\"")))
        .containsExactly("this rule is longer than 16 KB");
    assertThat(loaded(where("$ \u0001"))).hasSize(1);
  }

  @Test
  void a_rule_that_another_implies_is_told_and_runs() {
    SourceFile wide = where("wide.md", "MY001", "r.name like \"ci-*\"");
    SourceFile narrow = where("narrow.md", "MY002", "r.name == \"ci-eu\"");
    assertThat(tested(wide, narrow))
        .containsExactly(
            "`narrow` is implied by `wide` in wide.md, which reports something wherever it does");
    assertThat(tested(narrow, wide)).hasSize(1).allMatch(m -> m.startsWith("`narrow` is implied"));
    assertThat(RuleLoader.ofRulesUnderTest().load(wide).load(narrow).rules()).hasSize(2);
  }

  @Test
  void of_two_rules_that_say_the_same_the_later_is_told() {
    assertThat(
            tested(where("a.md", "MY001", "r.privileged"), where("b.md", "MY002", "r.privileged")))
        .hasSize(1)
        .allMatch(m -> m.startsWith("`b` is implied by `a`"));
  }

  @Test
  void a_graver_rule_is_not_needless() {
    SourceFile wide = where("wide.md", "MY001", "r.name like \"ci-*\"");
    SourceFile narrow = where("narrow.md", "MY002", "r.name == \"ci-eu\"");
    String grave = narrow.text().replace("severity: low", "severity: high");
    assertThat(tested(wide, SourceFile.of("narrow.md", grave))).isEmpty();
  }

  @Test
  void a_rule_under_test_that_a_shipped_rule_implies_is_told() {
    String shipped = RuleBook.resource("trust/public-trust.md").replace("id: TP001", "id: MY001");
    RuleLoader loader = RuleLoader.ofRulesUnderTest().load(SourceFile.of("ours.md", shipped));
    assertThat(loader.problems())
        .extracting(Problem::message)
        .containsExactly(
            "`ours` is implied by `public-trust` in trust/public-trust.md, which reports something"
                + " wherever it does");
  }

  private static SourceFile where(String condition) {
    return where("odd.md", "MY001", condition);
  }

  private static SourceFile where(String name, String id, String condition) {
    return SourceFile.of(
        name,
        "---\nid: "
            + id
            + "\ntitle: t\nseverity: low\n---\n## Rule\n\n```rule\nfor role r\nwhere "
            + condition
            + "\nreport r \"it\"\n```\n");
  }

  private List<String> broken(Path... paths) {
    return RuleLoader.ofPrivateRules().load(List.of(paths), folder).broken().stream()
        .map(RuleMetadata::id)
        .toList();
  }

  private void write(String name, String id) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, rule(name, id).text());
  }

  private static List<String> tested(SourceFile... files) {
    RuleLoader loader = RuleLoader.ofRulesUnderTest();
    List.of(files).forEach(loader::load);
    return messages(loader);
  }

  private static List<String> loaded(SourceFile... files) {
    RuleLoader loader = RuleLoader.ofPrivateRules();
    List.of(files).forEach(loader::load);
    return messages(loader);
  }

  private static List<String> messages(RuleLoader loader) {
    return loader.problems().stream().map(Problem::message).toList();
  }

  private static SourceFile rule(String name, String id) {
    return SourceFile.of(
        name,
        "---\nid: " + id + "\ntitle: t\nseverity: low\n---\n## Rule\n\nchecker: PublicTrust\n");
  }
}
