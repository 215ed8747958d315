package io.rolewright.parse.walk;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A quick look at the bytes of a file that was merely found: may it hold policies at all? Spares
 * the parsing of lock files and data, and keeps what is wrong with them out of the report.
 */
final class Sniff {

  private static final List<byte[]> MARKERS =
      List.of(
          marker("tatement"),
          marker("AWSTemplateFormatVersion"),
          marker("AWS::"),
          marker("AssumeRolePolicyDocument"),
          marker("RoleDetailList"),
          marker("PolicyVersion"),
          marker("PolicyDocument"),
          marker("\"Effect\""));

  private static final List<byte[]> SURE =
      List.of(marker("Statement"), marker("Effect"), marker("-10-17"));

  private Sniff() {}

  /** Whether a marker of ours is among the first {@code length} bytes. */
  static boolean mayHoldPolicies(byte[] bytes, int length) {
    if (length >= 2 && (bytes[0] & 0xFF) >= 0xFE) {
      return true; // UTF-16: rare enough to be read
    }
    return MARKERS.stream().anyMatch(marker -> contains(bytes, length, marker));
  }

  /** Whether the bytes begin a policy beyond doubt, so that leaving it unread matters. */
  static boolean showsPolicy(byte[] bytes, int length) {
    return SURE.stream().allMatch(marker -> contains(bytes, length, marker));
  }

  private static byte[] marker(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean contains(byte[] bytes, int length, byte[] marker) {
    byte first = marker[0];
    for (int i = 0; i + marker.length <= length; i++) {
      if (bytes[i] == first && matches(bytes, i, marker)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(byte[] bytes, int at, byte[] marker) {
    for (int i = 1; i < marker.length; i++) {
      if (bytes[at + i] != marker[i]) {
        return false;
      }
    }
    return true;
  }
}
