package io.rolewright.reason;

import io.rolewright.model.Text;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moments at which a request may be made: any, so at, after and before each that is mentioned. */
final class Times {

  private Times() {}

  static List<List<String>> around(List<Text> mentioned) {
    List<List<String>> times = new ArrayList<>();
    for (Text text : mentioned) {
      Optional<String> moment = text.plain();
      moment.ifPresent(m -> times.add(List.of(m)));
      moment.flatMap(Times::after).ifPresent(m -> times.add(List.of(m)));
    }
    times.add(List.of("2000-01-01T00:00:00Z"));
    times.add(List.of("2100-01-01T00:00:00Z"));
    return times;
  }

  /** A second later, for dates that are a day or a moment in UTC. */
  private static Optional<String> after(String moment) {
    try {
      String full =
          moment.length() == 10 && moment.indexOf('-') > 0 ? moment + "T00:00:00Z" : moment;
      return Optional.of(Instant.parse(full).plusSeconds(1).toString());
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }
}
