package io.rolewright.catalog;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The generated resource: a header, a table of blocks, then one deflated block of text per service
 * ({@code docs/catalogue.md} describes the format). The bytes are read once; a block is inflated
 * when it is asked for.
 */
final class CatalogFile {

  /** {@code "RWI1"}: the format and its version. */
  static final int MAGIC = 0x52574931;

  /** The block of the keys that any service's request may carry. */
  static final String GLOBAL = "";

  private record Block(int start, int packed, int inflated) {}

  private final byte[] bytes;
  private final String version;
  private final LocalDate date;
  private final TreeMap<String, Block> blocks = new TreeMap<>();
  private final Map<String, List<String>> foreignKeyPrefixes = new HashMap<>();
  private final int base;

  private CatalogFile(byte[] bytes) throws IOException {
    this.bytes = bytes;
    ByteArrayInputStream rest = new ByteArrayInputStream(bytes);
    DataInputStream in = new DataInputStream(rest);
    if (in.readInt() != MAGIC) {
      throw new IOException("not a catalogue");
    }
    version = in.readUTF();
    date = Table.day(in.readUTF());
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      blocks.put(in.readUTF(), new Block(in.readInt(), in.readInt(), in.readInt()));
    }
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      foreignKeyPrefixes.put(in.readUTF(), Table.list(in.readUTF()));
    }
    base = bytes.length - rest.available();
  }

  static CatalogFile read(InputStream in) {
    try {
      return new CatalogFile(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException("the catalogue resource is damaged", e);
    }
  }

  /** The version of the data package it was made from. */
  String version() {
    return version;
  }

  /** When that package's data was gathered. */
  LocalDate date() {
    return date;
  }

  /** All service prefixes, in lower case and sorted. */
  List<String> prefixes() {
    return List.copyOf(blocks.tailMap(GLOBAL, false).keySet());
  }

  boolean has(String prefix) {
    return blocks.containsKey(prefix);
  }

  /** The services that carry keys of a prefix which is not their own, such as {@code saml}. */
  List<String> carriersOf(String keyPrefix) {
    return foreignKeyPrefixes.getOrDefault(keyPrefix, List.of());
  }

  /** The prefixes that {@link #carriersOf} knows. */
  Iterable<String> foreignKeyPrefixes() {
    return foreignKeyPrefixes.keySet();
  }

  /** The text of a block that {@link #has} confirms. */
  String block(String prefix) {
    Block block = blocks.get(prefix);
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, base + block.start, block.packed);
      byte[] text = new byte[block.inflated];
      int done = 0;
      while (done < text.length) {
        int got = inflater.inflate(text, done, text.length - done);
        if (got == 0) {
          throw new IllegalStateException("the catalogue block " + prefix + " is cut short");
        }
        done += got;
      }
      return new String(text, StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException("the catalogue block " + prefix + " is damaged", e);
    } finally {
      inflater.end();
    }
  }
}
