package io.rolewright.reason.encode;

import io.rolewright.simulate.Operands;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All base64 texts of the same bytes: padded or not, and with any bits after the last byte. */
final class Spellings {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private Spellings() {}

  /** The texts that are read as {@code base64} is; none if it cannot be read (R1.33). */
  static Set<String> of(String base64) {
    Optional<String> bytes = Operands.bytes(base64);
    Set<String> spellings = new TreeSet<>();
    if (bytes.isPresent()) {
      String plain = unpadded(bytes.get());
      for (String written : List.of(plain, plain + "=".repeat(-plain.length() & 3))) {
        add(written, plain.length() - 1, bytes.get(), spellings);
      }
    }
    return spellings;
  }

  private static String unpadded(String bytes) {
    byte[] all = bytes.getBytes(StandardCharsets.ISO_8859_1);
    return Base64.getEncoder().withoutPadding().encodeToString(all);
  }

  /** With any last letter that gives the same bytes. */
  private static void add(String written, int last, String bytes, Set<String> into) {
    into.add(written);
    for (int i = 0; last >= 0 && i < ALPHABET.length(); i++) {
      StringBuilder other = new StringBuilder(written);
      other.setCharAt(last, ALPHABET.charAt(i));
      if (Operands.bytes(other.toString()).filter(bytes::equals).isPresent()) {
        into.add(other.toString());
      }
    }
  }
}
