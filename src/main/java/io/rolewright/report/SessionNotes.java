package io.rolewright.report;

import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What comes out of an accepted call, as notes under its frame. */
final class SessionNotes {

  private static final int HOUR = 3600;
  private static final int MINUTE = 60;

  private SessionNotes() {}

  static void add(CodeFrame frame, Session session) {
    Credentials credentials = session.credentials();
    frame.note("session", Printable.of(session.arn()));
    frame.note(
        "duration",
        duration(session.durationSeconds()) + ": " + Printable.of(session.durationReason()));
    frame.note("expires", session.expires().toString());
    if (!credentials.principalTags().isEmpty()) {
      frame.note("tags", Printable.of(tags(credentials)));
    }
    if (!credentials.transitiveTags().isEmpty()) {
      List<String> keys = new ArrayList<>(new TreeMap<>(credentials.transitiveTags()).keySet());
      frame.note("transitive", Printable.of(String.join(", ", keys)));
    }
    credentials.sourceIdentity().ifPresent(s -> frame.note("source identity", Printable.of(s)));
    frame.note(
        "session policy",
        Printable.of(session.policyNames().map(n -> String.join(", ", n)).orElse("none")));
    session.notes().forEach(n -> frame.note("note", Printable.of(n)));
  }

  private static String tags(Credentials credentials) {
    List<String> tags = new ArrayList<>();
    for (Map.Entry<String, String> tag : new TreeMap<>(credentials.principalTags()).entrySet()) {
      boolean own = tag.getValue().equals(credentials.entityTags().get(tag.getKey()));
      tags.add(tag.getKey() + " = " + tag.getValue() + (own ? " (of the role)" : ""));
    }
    return String.join(", ", tags);
  }

  /** {@code 3,600 s (1 h)}. */
  static String duration(int seconds) {
    List<String> parts = new ArrayList<>();
    if (seconds >= HOUR) {
      parts.add(seconds / HOUR + " h");
    }
    if (seconds % HOUR >= MINUTE) {
      parts.add(seconds % HOUR / MINUTE + " min");
    }
    if (seconds % MINUTE > 0) {
      parts.add(seconds % MINUTE + " s");
    }
    return String.format(Locale.ROOT, "%,d s", seconds) + " (" + String.join(" ", parts) + ")";
  }
}
