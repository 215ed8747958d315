package io.rolewright.analyze;

/** Told how a run gets on. May be called from any thread, one call at a time. */
@FunctionalInterface
public interface Progress {

  /** A progress that nobody watches. */
  Progress SILENT = (done, total, name) -> {};

  /**
   * A file was judged.
   *
   * @param done how many files are, this one included
   * @param total how many there are
   * @param name the file as reported
   */
  void file(int done, int total, String name);
}
