package io.rolewright.rule;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AsciiTest {

  @Test
  void printable_letters_stay_as_they_are() {
    assertThat(Ascii.write("repo:acme/app:*", '~')).isEqualTo("repo:acme/app:*");
  }

  @Test
  void other_letters_and_the_one_that_must_not_stand_are_written_by_number() {
    assertThat(Ascii.write("a…\tb~\\", '~')).isEqualTo("a\\u2026\\u0009b\\u007e\\u005c");
  }

  @Property
  void what_was_written_is_read_back(@ForAll String text) {
    String plain = Ascii.write(text, '~');
    assertThat(plain.chars()).allMatch(c -> c >= ' ' && c < '~');
    assertThat(Ascii.read(plain)).isEqualTo(text);
  }
}
