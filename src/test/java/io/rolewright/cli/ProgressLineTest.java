package io.rolewright.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private long now = 1_000;
  private final ProgressLine line =
      new ProgressLine(
          new Terminal(OutputStream.nullOutputStream(), err, true, true, Map.of(), Path.of("")),
          () -> now);

  @Test
  void a_short_run_shows_none() {
    now += 499;
    line.file(1, 2, "a.json");
    line.clear();
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void a_long_run_shows_how_far_it_is_and_takes_the_line_away() {
    now += 500;
    line.file(1, 2, "a.json");
    line.clear();
    assertThat(err.toString(UTF_8)).isEqualTo("\r\u001b[Kchecking 1 of 2 files\r\u001b[K");
  }

  @Test
  void the_line_is_not_redrawn_at_every_file() {
    now += 500;
    for (int i = 1; i <= 1000; i++) {
      line.file(i, 1000, "a.json");
    }
    assertThat(err.toString(UTF_8)).isEqualTo("\r\u001b[Kchecking 1 of 1000 files");
  }
}
