package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

  @ParameterizedTest
  @CsvSource({
    "a.json, a.json, true",
    "a.json, x/y/a.json, true",
    "a.json, x/ba.json, false",
    "*.json, x/y/a.json, true",
    "*.json, a.jsonl, false",
    "x/*.json, x/a.json, true",
    "x/*.json, x/y/a.json, false",
    "x/*.json, w/x/a.json, false",
    "./x/*.json, x/a.json, true",
    "/a.json, a.json, true",
    "/a.json, x/a.json, false",
    "x/**/a.json, x/a.json, true",
    "x/**/a.json, x/y/z/a.json, true",
    "x/**/a.json, xa.json, false",
    "x/**/a.json, x/y/ba.json, false",
    "**/x/a.json, x/a.json, true",
    "**/x/a.json, w/x/a.json, true",
    "legacy, legacy/deep/a.json, true",
    "legacy/, w/legacy/a.json, true",
    "legacy/, legacy, false",
    "legacy/**, legacy/deep/a.json, true",
    "leg?cy, legacy, true",
    "x?y, x/y, false",
    "a+(b).json, a+(b).json, true",
    "**, x/y, true",
    "*, a, true",
  })
  void a_pattern_matches(String pattern, String path, boolean expected) {
    assertThat(new PathGlob(pattern).matches(path)).isEqualTo(expected);
  }

  @Test
  void no_pattern_takes_long() {
    PathGlob glob = new PathGlob("*a".repeat(200) + "b");
    String path = "a".repeat(4000);
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThat(glob.matches(path)).isFalse());
  }
}
