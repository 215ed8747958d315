package io.rolewright.cli;

import io.rolewright.report.Format;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Function;

/**
 * A file that is written whole or not at all.
 *
 * @param format of the report in it
 * @param path as typed
 */
record OutputFile(Format format, Path path) {

  /** What goes into a file. */
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Writes a report to each file; the answer is whether all were written. This comes before
   * standard output, which may be closed at the other end.
   */
  static boolean writeAll(
      List<OutputFile> files, Function<Format, Content> reports, Terminal terminal) {
    boolean written = true;
    for (OutputFile file : files) {
      written &= write(file.path(), reports.apply(file.format()), terminal);
    }
    return written;
  }

  /** Writes a file, or says why that cannot be done; the answer is whether it was. */
  static boolean write(Path path, Content content, Terminal terminal) {
    try {
      write(terminal.directory().resolve(path), content);
      return true;
    } catch (IOException e) {
      terminal.say("error: cannot write `" + path + "`: " + reason(e));
      return false;
    }
  }

  /**
   * Writes a file in UTF-8, folders included. A reader sees the old file or the new one; what is no
   * regular file, such as {@code /dev/null}, is written to directly.
   */
  static void write(Path path, Content content) throws IOException {
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      fill(target, content, StandardOpenOption.WRITE);
      return;
    }
    Files.createDirectories(target.getParent());
    Path draft = draft(target);
    try {
      fill(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path draft(Path target) {
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
    return target.resolveSibling(name);
  }

  /** Gives a file that exists other content, all at once; who may read it stays. */
  static void replace(Path path, byte[] content) throws IOException {
    Path target = path.toRealPath();
    Path draft = draft(target);
    try {
      Files.copy(target, draft, StandardCopyOption.COPY_ATTRIBUTES);
      Files.write(draft, content, StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void fill(Path path, Content content, StandardOpenOption... options)
      throws IOException {
    try (Writer out =
        new OutputStreamWriter(Files.newOutputStream(path, options), StandardCharsets.UTF_8)) {
      content.writeTo(out);
    }
  }

  /** Why a file could not be written, as the end of a sentence. */
  static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such directory";
    }
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
