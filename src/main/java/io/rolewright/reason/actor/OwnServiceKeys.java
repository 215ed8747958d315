package io.rolewright.reason.actor;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the requests of a service say that acts for a resource of the role's owner (R5.14). */
final class OwnServiceKeys implements Say {

  private final Say others;
  private final Language accounts;
  private final Language resources;
  private final boolean tells;

  /**
   * @param tells whether the requests say whose resource it is
   */
  OwnServiceKeys(String service, Named named, Set<String> accounts, boolean tells) {
    this.others = new DeputyKeys(service, named);
    this.accounts = Language.of(accounts.stream().sorted().map(Pattern::literal).toList());
    this.resources = Language.of(resources(accounts));
    this.tells = tells;
  }

  /** The ARN of a bucket names no account. */
  private static List<Pattern> resources(Set<String> accounts) {
    List<Pattern> patterns = new ArrayList<>();
    patterns.add(Pattern.glob("arn:?*:s3:::?*"));
    accounts.stream()
        .sorted()
        .forEach(account -> patterns.add(Pattern.glob("arn:?*:?*:*:" + account + ":?*")));
    return patterns;
  }

  @Override
  public Formula of(Key key) {
    return switch (key.name()) {
      case "aws:sourceaccount" -> told(key, accounts);
      case "aws:sourcearn" -> told(key, resources);
      case "aws:sourceorgid", "aws:sourceorgpaths" -> tells ? key.free() : key.absent();
      default -> others.of(key);
    };
  }

  private Formula told(Key key, Language language) {
    return tells ? key.encoding().formulas().and(key.present(), key.only(language)) : key.absent();
  }
}
