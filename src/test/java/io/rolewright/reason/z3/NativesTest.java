package io.rolewright.reason.z3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Native libraries: which, where, and by whom they may be put there. */
class NativesTest {

  @TempDir Path cache;

  private static Platform here() {
    return Platform.of(System.getProperty("os.name"), System.getProperty("os.arch")).orElseThrow();
  }

  private static List<Path> unpack(Path home) throws IOException {
    try (JarFile jar = new JarFile(Natives.jar().orElseThrow().toFile())) {
      return new Unpacked(jar, here()).below(home);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void platforms_are_known_by_the_names_java_gives_them() {
    assertThat(Platform.of("Linux", "amd64").orElseThrow().folder()).isEqualTo("linux/amd64");
    assertThat(Platform.of("Mac OS X", "aarch64").orElseThrow().folder()).isEqualTo("osx/aarch64");
    assertThat(Platform.of("Windows 11", "amd64").orElseThrow().folder())
        .isEqualTo("windows/amd64");
    assertThat(Platform.of("Linux", "riscv64")).isEmpty();
    assertThat(Platform.of("FreeBSD", "amd64")).isEmpty();
  }

  @Test
  void every_library_of_every_platform_is_in_the_jar() throws IOException {
    try (JarFile jar = new JarFile(Natives.jar().orElseThrow().toFile())) {
      for (Platform platform : Platform.all()) {
        for (String library : platform.libraries()) {
          assertThat(jar.getEntry(Platform.IN_JAR + platform.folder() + "/" + library))
              .as(platform.folder() + "/" + library)
              .isNotNull();
        }
      }
    }
  }

  @Test
  void the_folder_is_named_after_the_version_that_is_used() {
    assertThat(Natives.jar().orElseThrow().getFileName())
        .hasToString("z3-turnkey-" + Natives.VERSION + ".jar");
  }

  @Test
  void the_cache_is_where_the_user_wants_it_or_at_home() {
    Path home = Path.of(System.getProperty("user.home"), ".cache/rolewright/z3-4.14.1");
    assertThat(Natives.homes(Map.of("XDG_CACHE_HOME", cache.toString())))
        .containsExactly(cache.resolve("rolewright/z3-4.14.1"), home);
    assertThat(Natives.homes(Map.of("XDG_CACHE_HOME", "relative"))).containsExactly(home);
    assertThat(Natives.homes(Map.of())).containsExactly(home);
  }

  @Test
  void several_processes_may_unpack_at_once() throws IOException {
    List<Z3> parents = new ArrayList<>();
    List<CompletableFuture<Reply>> replies = new ArrayList<>();
    Launch launch = new Launch(Launch.worker().command(), Map.of("XDG_CACHE_HOME", cache + ""));
    for (int i = 0; i < 3; i++) {
      Z3 parent = new Z3(launch, Z3.Limits.ordinary());
      parents.add(parent);
      replies.add(CompletableFuture.supplyAsync(() -> parent.ask(new Question())));
    }
    replies.forEach(reply -> assertThat(reply.join()).isInstanceOf(Reply.Sat.class));
    parents.forEach(Z3::close);
    Path home = cache.resolve("rolewright/z3-" + Natives.VERSION);
    assertThat(names(home)).containsExactly(here().folder().replace('/', '-'));
    assertThat(names(home.resolve(names(home).get(0)))).hasSize(here().libraries().size());
  }

  @Test
  void what_is_there_already_is_used_and_what_is_broken_is_replaced() throws IOException {
    Path library = unpack(cache).get(0);
    Object first = Files.getLastModifiedTime(library);
    assertThat(unpack(cache)).contains(library);
    assertThat(Files.getLastModifiedTime(library)).isEqualTo(first);
    long size = Files.size(library);
    Files.write(library, new byte[100]);
    unpack(cache);
    assertThat(Files.size(library)).isEqualTo(size);
    Files.delete(library);
    unpack(cache);
    assertThat(Files.size(library)).isEqualTo(size);
    assertThat(names(cache)).hasSize(1);
  }

  @Test
  void a_folder_that_others_may_write_is_not_used() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThatThrownBy(() -> unpack(cache))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can be written by others");
    assertThat(names(cache)).isEmpty();
  }

  @Test
  void a_link_to_a_folder_is_not_used() throws IOException {
    assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
    Path link = Files.createSymbolicLink(cache.resolve("link"), cache);
    assertThatThrownBy(() -> unpack(link)).isInstanceOf(IOException.class);
  }
}
