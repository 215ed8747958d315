package io.rolewright.reason;

import io.rolewright.model.Arn;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names that somebody can give to his own users and roles so that a pattern matches them. */
final class Arns {

  private Arns() {}

  /** Instances of ARN patterns whose account part admits {@code account}. */
  static List<String> of(List<Text> patterns, String account) {
    List<String> arns = new ArrayList<>();
    for (Text pattern : patterns) {
      Optional<Arn> arn = Arn.of(pattern);
      if (arn.isPresent()) {
        own(arn.get(), account).ifPresent(arns::add);
      } else if (pattern.hasWildcard()) {
        looseArn(pattern, account).forEach(arns::add);
      }
    }
    return arns;
  }

  private static Optional<String> own(Arn pattern, String account) {
    Text part = pattern.account();
    boolean open = part.hasWildcard() || part.hasUnknown();
    boolean fits = part.is(account) || (open && mayBe(part, account));
    if (!fits) {
      return Optional.empty();
    }
    String resource = Instances.of(pattern.resource(), Strangers.NAME, key -> Strangers.NAME);
    if (pattern.resource().isStar()
        || !(resource.startsWith("role/") || resource.startsWith("user/"))) {
      resource = "role/" + Strangers.NAME;
    }
    return Optional.of("arn:aws:iam::" + account + ":" + resource);
  }

  /** {@code arn:aws:iam::*} or {@code *role/Deploy}: a star that swallows colons (StringLike). */
  private static List<String> looseArn(Text pattern, String account) {
    String head = "arn:aws:iam::" + account + ":role/";
    String filled = Instances.of(pattern, "", key -> Strangers.NAME);
    String tail = filled.substring(filled.lastIndexOf(':') + 1).replaceFirst("^.*role/", "");
    return List.of(
        head + Strangers.NAME,
        head + tail,
        head + Strangers.NAME + tail,
        head + tail + Strangers.NAME,
        "arn:aws:iam::" + account + ":user/" + Strangers.NAME + tail);
  }

  private static boolean mayBe(Text part, String account) {
    StringBuilder regex = new StringBuilder();
    for (TextPart piece : part.parts()) {
      boolean one = piece instanceof TextPart.AnyOne;
      boolean literal = piece instanceof TextPart.Literal;
      regex.append(literal ? Pattern.quote(piece.shown()) : one ? "." : ".*");
    }
    return account.matches(regex.toString());
  }

  /** The caller of an ARN {@code arn:aws:iam::A:role/…} or {@code …:user/…}. */
  static Optional<Caller> caller(String arn, String account) {
    String prefix = "arn:aws:iam::" + account + ":";
    if (!arn.startsWith(prefix)) {
      return Optional.empty();
    }
    String resource = arn.substring(prefix.length());
    if (resource.startsWith("user/") && resource.length() > 5) {
      return Optional.of(Caller.user(account, resource.substring(5)));
    }
    if (resource.startsWith("role/") && resource.length() > 5 && !resource.endsWith("/")) {
      return Optional.of(Caller.roleSession(account, resource.substring(5), Strangers.NAME));
    }
    return Optional.empty();
  }
}
