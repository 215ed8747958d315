package io.rolewright.reason.estate;

import io.rolewright.reason.Strangers;
import io.rolewright.simulate.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a caller has to bring about for a request, in words: {@code with MFA}. */
public final class NeedWords {

  private NeedWords() {}

  /** A phrase for each key that a passage takes, in the order of keys. */
  public static List<String> of(Passage passage) {
    List<String> words = new ArrayList<>();
    Context chosen = passage.chosen();
    chosen.asMap().forEach((key, values) -> add(key.toLowerCase(Locale.ROOT), key, values, words));
    if (passage.request().principal().arn().filter(arn -> isNamedSession(arn)).isPresent()) {
      String arn = passage.request().principal().arn().get();
      words.add("in a session named `" + arn.substring(arn.lastIndexOf('/') + 1) + "`");
    }
    return words;
  }

  /** A name that is only an example is not needed. */
  private static boolean isNamedSession(String arn) {
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    return arn.contains(":assumed-role/")
        && !name.equals(Principal.SESSION)
        && !name.equals(Strangers.NAME);
  }

  private static void add(String lower, String key, List<String> values, List<String> words) {
    String value = values.stream().map(v -> "`" + v + "`").collect(Collectors.joining(", "));
    switch (lower) {
      case "aws:multifactorauthpresent" -> words.add(mfa(values.get(0)));
      case "aws:securetransport" -> words.addAll(tls(values.get(0)));
      case "sts:externalid" -> words.add("with external ID " + value);
      case "sts:rolesessionname" -> words.add("with role session name " + value);
      case "aws:principalorgid" -> words.add("as a member of organization " + value);
      case "aws:requestedregion" -> words.add("in region " + value);
      case "aws:currenttime" -> words.add("at a time such as " + value);
      case "aws:sourceip" -> words.add("from an address such as " + value);
      case "aws:multifactorauthage" ->
          words.add("with an MFA sign-in that is " + values.get(0) + " seconds old");
      default -> words.add("with " + key + " " + value);
    }
  }

  private static String mfa(String present) {
    return present.equals("true") ? "with MFA" : "with temporary credentials without MFA";
  }

  /** AWS takes no other requests anyway. */
  private static List<String> tls(String secure) {
    return secure.equals("true") ? List.of() : List.of("without TLS");
  }
}
