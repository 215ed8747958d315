package io.rolewright.rule.word;

import io.rolewright.catalog.Issuer;
import io.rolewright.catalog.Issuers;
import io.rolewright.catalog.SubjectForm;
import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.model.Condition;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is asked of claims, and how. */
final class ClaimTests {

  private static final String HTTPS = "https://";

  private ClaimTests() {}

  /** The value, else the operator, by which a request passes tests of one key. */
  static Text opening(List<Condition> tests, Text otherwise, Request request) {
    for (Condition test : tests) {
      Optional<Text> value = fitting(test, request);
      if (value.isPresent()) {
        return value.get();
      }
    }
    return tests.stream()
        .findFirst()
        .map(test -> Text.literal(test.operatorAt(), test.operatorName()))
        .orElse(otherwise);
  }

  private static Optional<Text> fitting(Condition test, Request request) {
    if (test.operator().filter(o -> !o.negated()).isEmpty()
        || !request.context().has(test.keyName())) {
      return Optional.empty();
    }
    StatementMatch match = new StatementMatch(request, "");
    return test.values().stream()
        .filter(value -> !match.holds(test.with(List.of(value))).isNo())
        .findFirst();
  }

  /** Whether a subject writes out what is another for each run (form of the issuer's subjects). */
  static boolean pinsRun(Text value, Text issuer) {
    Optional<Issuer> known = issuer.plain().flatMap(Issuers.shipped()::lookup);
    List<SubjectForm> forms = known.map(Issuer::subjects).orElse(List.of());
    return !forms.isEmpty()
        && forms.stream().allMatch(form -> endsInRun(form.form()))
        && endsWrittenOut(value, end(forms.get(0).form()));
  }

  private static boolean endsInRun(TokenForm form) {
    List<Segment> segments = form.segments();
    return !segments.isEmpty() && segments.get(segments.size() - 1).level() == Level.RUN;
  }

  /** The fixed text behind the last segment. */
  private static String end(TokenForm form) {
    return form.pieces().get(form.pieces().size() - 1).text();
  }

  private static boolean endsWrittenOut(Text value, String end) {
    List<TextPart> parts = value.parts();
    if (parts.isEmpty() || !(parts.get(parts.size() - 1) instanceof TextPart.Literal last)) {
      return false;
    }
    return last.value().endsWith(end) && last.value().length() > end.length();
  }

  /** Whether a key is an address, a colon and a claim. */
  static boolean isOfIssuer(Condition test) {
    String issuer = address(Federations.prefix(test));
    int slash = issuer.indexOf('/');
    return !test.key().hasUnknown()
        && (slash < 0 ? issuer : issuer.substring(0, slash)).indexOf('.') > 0;
  }

  /** An issuer in lower case, without {@code https://} and slashes at the end. */
  static String address(String issuer) {
    String text = issuer.toLowerCase(Locale.ROOT);
    int start = text.startsWith(HTTPS) ? HTTPS.length() : 0;
    int end = text.length();
    while (end > start && text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(start, end);
  }
}
