package io.rolewright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogGeneratorTest {

  private static Path syntheticPackage() throws URISyntaxException {
    return Path.of(CatalogGeneratorTest.class.getResource("iam-data/package.json").toURI())
        .getParent();
  }

  private static CatalogFile generated() throws Exception {
    return CatalogFile.read(
        new ByteArrayInputStream(CatalogGenerator.generate(syntheticPackage())));
  }

  @Test
  void the_same_package_gives_the_same_bytes() throws Exception {
    assertThat(CatalogGenerator.generate(syntheticPackage()))
        .isEqualTo(CatalogGenerator.generate(syntheticPackage()));
  }

  @Test
  void the_command_writes_what_it_generates(@TempDir Path folder) throws Exception {
    Path target = folder.resolve("iam.bin");
    CatalogGenerator.main(new String[] {syntheticPackage().toString(), target.toString()});
    assertThat(Files.readAllBytes(target)).isEqualTo(CatalogGenerator.generate(syntheticPackage()));
  }

  @Test
  void the_header_has_the_packages_version_and_date() throws Exception {
    assertThat(generated().version()).isEqualTo("1.2.3");
    assertThat(generated().date()).hasToString("2026-01-02");
    assertThat(generated().prefixes()).containsExactly("sts", "zoo");
    assertThat(generated().carriersOf("circus")).containsExactly("zoo");
  }

  @Test
  void a_block_holds_facts_sorted_by_name_and_no_descriptions() throws Exception {
    assertThat(generated().block("zoo"))
        .isEqualTo(
            """
            sCity Zoo\t1
            kaws:TagKeys\tS+
            kcircus:Ticket\tN
            kzoo:KeeperTag/${key}\tS
            kzoo:Species\tS+
            ranimal\tarn:${Partition}:zoo:::animal/${Name}\t
            rcage\tarn:${Partition}:zoo:${Region}:${Account}:cage/${CageId}\t2
            aFeedAnimal\tW\t0!,1\t3
            aListAnimals\tL\t\t
            aTagCage\tT\t1!:3.2\t0
            """);
  }

  @Test
  void known_faults_of_the_package_are_put_right() throws Exception {
    assertThat(generated().block("sts")).contains("kcognito-identity.amazonaws.com:amr\tS+\n");
    assertThat(generated().block(CatalogFile.GLOBAL))
        .isEqualTo("s\t0\nkaws:EpochTime\tD\nkaws:PrincipalTag/${TagKey}\tS\n");
  }

  @Test
  void what_was_written_reads_back() throws Exception {
    Catalog catalog =
        Catalog.read(new ByteArrayInputStream(CatalogGenerator.generate(syntheticPackage())));
    Service zoo = catalog.service("ZOO").orElseThrow();
    assertThat(zoo.name()).isEqualTo("City Zoo");
    assertThat(zoo.supportsRcps()).isTrue();
    ServiceAction tag = zoo.action("tagcage").orElseThrow();
    assertThat(tag.level()).isEqualTo(AccessLevel.TAGGING);
    assertThat(tag.targets())
        .containsExactly(
            new ActionTarget(
                new ResourceType(
                    "cage",
                    "arn:${Partition}:zoo:${Region}:${Account}:cage/${CageId}",
                    List.of("zoo:KeeperTag/${key}")),
                true,
                List.of("zoo:Species", "zoo:KeeperTag/${key}")));
    assertThat(tag.allConditionKeys())
        .containsExactly("aws:TagKeys", "zoo:KeeperTag/${key}", "zoo:Species");
    assertThat(catalog.conditionKey("circus:ticket").key())
        .contains(new ConditionKey("circus:Ticket", ValueType.NUMERIC, false));
  }

  @Test
  void a_package_that_has_changed_its_words_is_refused(@TempDir Path folder) throws Exception {
    copy(syntheticPackage(), folder);
    Path actions = folder.resolve("data/actions/zoo.json");
    Files.writeString(actions, Files.readString(actions).replace("Tagging, Write", "Tagging"));
    assertThatThrownBy(() -> CatalogGenerator.generate(folder))
        .hasMessageContaining("unknown access level Tagging");
  }

  @Test
  void bytes_of_another_format_are_refused() {
    assertThatThrownBy(() -> CatalogFile.read(new ByteArrayInputStream(new byte[64])))
        .hasRootCauseMessage("not a catalogue");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
