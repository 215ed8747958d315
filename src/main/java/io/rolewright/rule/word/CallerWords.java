package io.rolewright.rule.word;

import io.rolewright.reason.Strangers;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import java.util.Optional;

/** Says in words who makes a request. */
final class CallerWords {

  private CallerWords() {}

  /** Such as {@code a user of account `111122223333`}. */
  static String of(Request request) {
    Caller caller = request.principal();
    String name = caller.name().orElse("");
    return switch (caller.kind()) {
      case SERVICE -> "`" + name + "`" + source(request);
      case WEB_IDENTITY, SAML -> token(request, name);
      default -> principal(caller);
    };
  }

  private static String principal(Caller caller) {
    String account = caller.account().map(CallerWords::account).orElse("no account");
    String arn = caller.roleArn().or(caller::arn).orElse("");
    String name = arn.substring(arn.indexOf('/') + 1);
    boolean anybody = name.equals(Strangers.NAME);
    return switch (caller.kind()) {
      case USER -> (anybody ? "a user" : "user `" + name + "`") + " of " + account;
      case ROLE_SESSION -> (anybody ? "a role" : "role `" + name + "`") + " of " + account;
      default -> "a principal of " + account;
    };
  }

  private static String account(String number) {
    return switch (number) {
      case Estate.UNNAMED_ACCOUNT -> "the role's own account";
      case Strangers.ACCOUNT -> "any account";
      case PrincipalActors.STAND_IN -> "the account that is named";
      default -> "account `" + number + "`";
    };
  }

  private static String source(Request request) {
    return value(request, "aws:SourceAccount")
        .or(() -> value(request, "aws:SourceArn"))
        .map(source -> " acting for `" + source + "`")
        .orElse(" acting for somebody else's resource");
  }

  private static String token(Request request, String provider) {
    return value(request, provider + ":sub")
        .map(sub -> "a token of `" + provider + "` with subject `" + sub + "`")
        .or(() -> value(request, provider + ":aud").map(aud -> token(provider, aud)))
        .orElse("any token of `" + provider + "`");
  }

  private static String token(String provider, String audience) {
    return "a token of `" + provider + "` for audience `" + audience + "`";
  }

  private static Optional<String> value(Request request, String key) {
    return request.context().get(key).stream().findFirst();
  }
}
