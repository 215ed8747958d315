package io.rolewright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  @TempDir private Path directory;

  @Test
  void a_failed_write_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = Files.writeString(directory.resolve("a.json"), "old");
    OutputFile.Content failing =
        out -> {
          out.write("half");
          throw new IOException("full");
        };
    assertThatThrownBy(() -> OutputFile.write(file, failing)).hasMessage("full");
    assertThat(file).hasContent("old");
    assertThat(directory).isDirectoryNotContaining(p -> !p.equals(file));
  }

  @Test
  void text_is_utf_8_and_lone_surrogates_do_no_harm() throws IOException {
    Path file = directory.resolve("a.txt");
    OutputFile.write(file, out -> out.write("\u00e4\ud800"));
    assertThat(Files.readString(file)).isEqualTo("\u00e4?");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_link_stays_a_link() throws IOException {
    Path file = Files.writeString(directory.resolve("a.json"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), file);
    OutputFile.write(link, out -> out.write("new"));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("new");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_device_is_written_to_directly() throws IOException {
    OutputFile.write(Path.of("/dev/null"), out -> out.write("gone"));
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
  }

  @Test
  void a_directory_cannot_be_written() {
    assertThatThrownBy(() -> OutputFile.write(directory, out -> out.write("x")))
        .isInstanceOf(IOException.class);
  }
}
