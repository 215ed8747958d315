package io.rolewright.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.effective.Permission;
import io.rolewright.analyze.effective.PermissionList;
import io.rolewright.reason.property.Example;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermissionTextTest {

  private static final Example NONE = new Example(Optional.empty(), List.of(), Optional.of("why"));

  private static Permission.Actions actions(String service, List<String> actions) {
    return new Permission.Actions(service, List.of(), actions, actions);
  }

  private static Permission permission(Permission.Actions... services) {
    return new Permission(List.of(services), "on any resource", List.of(), List.of(), NONE);
  }

  private static String shown(int most, Permission... lines) {
    StringBuilder text = new StringBuilder();
    new PermissionText(text, new Palette(false), most)
        .append(new PermissionList(List.of(lines), Optional.of("the budget ended"), List.of()));
    return text.toString();
  }

  @Test
  void a_list_that_may_not_be_all_says_so() {
    assertThat(shown(9)).isEqualTo("    not known to be all: the budget ended\n");
  }

  @Test
  void lines_beyond_the_most_are_counted() {
    Permission line = permission(actions("s3", List.of("s3:*")));
    assertThat(shown(1, line, line, line)).contains("…and 2 more; `--format json` has all");
  }

  @Test
  void a_line_that_no_request_confirms_says_so() {
    assertThat(shown(9, permission(actions("s3", List.of("s3:*")))))
        .contains("not confirmed by a request: why");
  }

  @Test
  void very_many_actions_end_in_dots() {
    List<String> many = IntStream.range(0, 100).mapToObj(i -> "s3:GetNumber" + i).toList();
    assertThat(shown(9, permission(actions("s3", many))).lines())
        .allMatch(line -> line.length() < 430)
        .anyMatch(line -> line.endsWith(", …"));
  }

  @Test
  void no_character_of_a_policy_reaches_the_terminal_as_a_command() {
    String evil = "s3:\u001b[2J\u202eGet";
    List<String> several = IntStream.range(0, 30).mapToObj(i -> evil + i).toList();
    String text =
        shown(9, permission(actions("s3", List.of(evil))), permission(actions("s3", several)));
    assertThat(text.chars().filter(c -> c != '\n' && Character.isISOControl(c))).isEmpty();
    assertThat(text).doesNotContain("\u202e");
  }
}
