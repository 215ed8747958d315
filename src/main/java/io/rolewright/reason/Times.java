package io.rolewright.reason;

import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moments at which a request may be made: any, so before and after each that is mentioned. */
final class Times {

  private Times() {}

  static List<List<String>> around(List<Text> mentioned) {
    List<List<String>> times = new ArrayList<>();
    for (Text text : mentioned) {
      Optional<String> moment = text.plain();
      moment.ifPresent(m -> times.add(List.of(m)));
    }
    times.add(List.of("2000-01-01T00:00:00Z"));
    times.add(List.of("2100-01-01T00:00:00Z"));
    return times;
  }
}
