package io.rolewright.reason.encode;

import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.List;
import java.util.Optional;

/** Languages of whole ARNs of which some parts are given. */
final class ArnPatterns {

  static final int PARTITION = 1;
  static final int ACCOUNT = 4;
  static final int RESOURCE = 5;

  private ArnPatterns() {}

  /** Every text with five colons. */
  static Language all() {
    return Language.of(List.of(start(RESOURCE, "").run().build()));
  }

  /** Every ARN that AWS gives to something. */
  static Language real() {
    return with(0, "arn");
  }

  /** The ARNs with this part, which comes before the resource. */
  static Language with(int part, String text) {
    return Language.of(List.of(start(part, text).run().build()));
  }

  /** The ARNs of which the resource begins so. */
  static Language ofResource(String prefix) {
    return Language.of(List.of(start(RESOURCE, "").characters(prefix).run().build()));
  }

  /** The ARNs of a service of which the resource begins so, in one account or in any. */
  static Language of(String service, Optional<String> account, String prefix) {
    Pattern.Builder arn = new Pattern.Builder().characters("arn:").runWithoutColon().character(':');
    arn.characters(service).character(':').runWithoutColon().character(':');
    if (account.isPresent()) {
      arn.characters(account.get());
    } else {
      arn.runWithoutColon();
    }
    return Language.of(List.of(arn.character(':').characters(prefix).run().build()));
  }

  private static Pattern.Builder start(int given, String text) {
    Pattern.Builder arn = new Pattern.Builder();
    for (int part = 0; part < RESOURCE; part++) {
      if (part == given) {
        arn.characters(text);
      } else {
        arn.runWithoutColon();
      }
      arn.character(':');
    }
    return arn;
  }
}
