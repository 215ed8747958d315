package io.rolewright.reason.z3;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** How the two processes talk: texts, each after its length in bytes. */
final class Frames {

  private static final int LONGEST = 1 << 28;

  private Frames() {}

  static void write(DataOutputStream out, String... texts) throws IOException {
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeInt(bytes.length);
      out.write(bytes);
    }
    out.flush();
  }

  static String read(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("not a frame");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new IOException("the frame breaks off");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
