package io.rolewright.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Bytes to text: UTF-8, or UTF-16 where a byte-order mark says so. Never replaces what it cannot
 * read: a policy is judged as written or not at all.
 */
public final class Decoder {

  /**
   * What became of the bytes.
   *
   * @param file the text without its byte-order mark; without text where there is a problem
   * @param problem what is wrong with the encoding, and at which byte
   */
  public record Decoded(SourceFile file, Optional<Problem> problem) {}

  private Decoder() {}

  /** The text of a file of this name. */
  public static Decoded decode(String name, byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return decode(name, bytes, 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return decode(name, bytes, 2, StandardCharsets.UTF_16BE);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return decode(name, bytes, 2, StandardCharsets.UTF_16LE);
    }
    return decode(name, bytes, 0, StandardCharsets.UTF_8);
  }

  /** A text as bytes of the same encoding, byte-order mark included, as other bytes have. */
  public static byte[] encode(String text, byte[] like) {
    if (starts(like, 0xEF, 0xBB, 0xBF)) {
      return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }
    if (starts(like, 0xFE, 0xFF)) {
      return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
    }
    if (starts(like, 0xFF, 0xFE)) {
      return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Decoded decode(String name, byte[] bytes, int from, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      CharBuffer out = decoder.decode(in);
      return new Decoded(SourceFile.of(name, out.toString()), Optional.empty());
    } catch (CharacterCodingException malformed) {
      return refused(name, bytes, from, charset);
    }
  }

  private static Decoded refused(String name, byte[] bytes, int from, Charset charset) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    SourceFile readable = SourceFile.of(name, out.toString());
    int end = readable.text().length();
    String where = result.isError() ? " at byte " + (in.position() + 1) : "";
    return new Decoded(
        SourceFile.unread(name),
        Optional.of(
            Problem.error(
                "this is not " + charset.name() + where + "; save it as UTF-8",
                readable.at(end, end))));
  }

  private static boolean starts(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
