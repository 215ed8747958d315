package io.rolewright.parse.account;

import io.rolewright.parse.tree.Characters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Undoes the encoding of RFC 3986, in which the IAM API returns policy documents: {@code %7B} is
 * {@code {}, bytes are UTF-8, and {@code +} is a plus sign, not a blank. Every decoded character
 * keeps its place.
 *
 * <p>A percent sign that no two hexadecimal digits follow stands for itself; bytes that are no
 * UTF-8 become U+FFFD.
 */
final class PercentEncoding {

  private final Characters encoded;
  private final String source;
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;

  private PercentEncoding(Characters encoded) {
    this.encoded = encoded;
    this.source = encoded.text();
    this.text = new StringBuilder(source.length());
    this.starts = new int[source.length()];
    this.ends = new int[source.length()];
  }

  /** Whether text that should be JSON is encoded: JSON never begins with a percent sign. */
  static boolean isEncoded(String text) {
    return text.stripLeading().startsWith("%");
  }

  static Characters decode(Characters encoded) {
    return new PercentEncoding(encoded).decode();
  }

  private Characters decode() {
    int at = 0;
    while (at < source.length()) {
      at = isEscape(at) ? escapes(at) : plain(at);
    }
    int length = text.length();
    return Characters.decoded(
        encoded, text.toString(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
  }

  private int plain(int at) {
    add(source.charAt(at), at, at + 1);
    return at + 1;
  }

  /** The escapes of one character, one to four. */
  private int escapes(int at) {
    int count = sequenceLength(byteAt(at));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(count);
    int end = at;
    for (int i = 0; i < count && isEscape(end) && (i == 0 || isContinuation(byteAt(end))); i++) {
      bytes.write(byteAt(end));
      end += 3;
    }
    String decoded = bytes.toString(StandardCharsets.UTF_8);
    for (int i = 0; i < decoded.length(); i++) {
      add(decoded.charAt(i), at, end);
    }
    return end;
  }

  private void add(char c, int start, int end) {
    starts[text.length()] = start;
    ends[text.length()] = end;
    text.append(c);
  }

  private boolean isEscape(int at) {
    return at + 2 < source.length()
        && source.charAt(at) == '%'
        && hex(at + 1) >= 0
        && hex(at + 2) >= 0;
  }

  private int byteAt(int at) {
    return hex(at + 1) * 16 + hex(at + 2);
  }

  private int hex(int at) {
    char c = source.charAt(at);
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  private static int sequenceLength(int first) {
    if (first < 0xC0) {
      return 1;
    }
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  }

  private static boolean isContinuation(int value) {
    return (value & 0xC0) == 0x80;
  }
}
