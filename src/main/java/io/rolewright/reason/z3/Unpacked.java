package io.rolewright.reason.z3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Native libraries of a jar, unpacked once into a folder that only we may write. Several processes
 * may do so at once: each unpacks for itself, and the first to finish gives the folder its name.
 */
final class Unpacked {

  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final JarFile jar;
  private final Platform platform;

  Unpacked(JarFile jar, Platform platform) {
    this.jar = jar;
    this.platform = platform;
  }

  /** The libraries, in order, below {@code home}; they are as in the jar. */
  List<Path> below(Path home) throws IOException {
    makePrivate(home);
    Path folder = home.resolve(platform.folder().replace('/', '-'));
    if (!isIntact(folder)) {
      Path draft = Files.createTempDirectory(home, "draft");
      try {
        unpack(draft);
        putInPlace(draft, folder);
      } finally {
        delete(draft);
      }
    }
    return platform.libraries().stream().map(folder::resolve).toList();
  }

  /** Who could write there could put a library of their own in the place of ours. */
  private static void makePrivate(Path home) throws IOException {
    Files.createDirectories(home);
    PosixFileAttributeView view =
        Files.getFileAttributeView(home, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return;
    }
    PosixFileAttributes attributes = view.readAttributes();
    Path probe = Files.createTempDirectory(home, "owner");
    boolean ours = Files.getOwner(probe).equals(attributes.owner());
    Files.delete(probe);
    if (!ours || attributes.isSymbolicLink()) {
      throw new FileSystemException(home.toString(), null, "belongs to somebody else");
    }
    if (attributes.permissions().stream().anyMatch(OTHERS_WRITE::contains)) {
      throw new FileSystemException(home.toString(), null, "can be written by others");
    }
  }

  private boolean isIntact(Path folder) throws IOException {
    for (String library : platform.libraries()) {
      ZipEntry entry = entry(library);
      Path file = folder.resolve(library);
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) != entry.getSize()
          || checksum(file) != entry.getCrc()) {
        return false;
      }
    }
    return true;
  }

  private ZipEntry entry(String library) throws IOException {
    String name = Platform.IN_JAR + platform.folder() + "/" + library;
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      throw new NoSuchFileException(jar.getName() + "!" + name);
    }
    return entry;
  }

  private static long checksum(Path file) throws IOException {
    CRC32 sum = new CRC32();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sum.update(buffer, 0, read);
      }
    }
    return sum.getValue();
  }

  private void unpack(Path draft) throws IOException {
    for (String library : platform.libraries()) {
      try (InputStream in = jar.getInputStream(entry(library))) {
        Files.copy(in, draft.resolve(library));
      }
    }
  }

  /** Unless another process was quicker. What is there and broken is first moved out of the way. */
  private void putInPlace(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException taken) {
      if (!isIntact(folder)) {
        Path broken = Files.createTempDirectory(folder.getParent(), "broken");
        Files.move(folder, broken.resolve("it"), StandardCopyOption.ATOMIC_MOVE);
        delete(broken);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** With all that is in it; what cannot be deleted stays. */
  static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException | UncheckedIOException somebodyElseDoes) {
      return;
    }
  }
}
