package io.rolewright.rule.lang;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Syntax trees as text of one line, so that the rules that come with Rolewright are read by the
 * parser when it is built and not each time it runs. What was written is read back equal.
 */
final class SyntaxCodec {

  private static final Syntax.Tag[] TAGS = Syntax.Tag.values();

  private SyntaxCodec() {}

  static String write(Syntax tree) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      write(tree, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  private static void write(Syntax tree, DataOutputStream out) throws IOException {
    out.writeByte(tree.tag().ordinal());
    out.writeInt(tree.start());
    out.writeInt(tree.end());
    out.writeUTF(tree.text());
    out.writeShort(tree.parts().size());
    for (Syntax part : tree.parts()) {
      write(part, out);
    }
  }

  static Syntax read(String written) {
    byte[] bytes = Base64.getDecoder().decode(written);
    try {
      return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Syntax read(DataInputStream in) throws IOException {
    Syntax.Tag tag = TAGS[in.readByte()];
    int start = in.readInt();
    int end = in.readInt();
    String text = in.readUTF();
    int size = in.readShort();
    List<Syntax> parts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      parts.add(read(in));
    }
    return new Syntax(tag, start, end, text, parts);
  }
}
