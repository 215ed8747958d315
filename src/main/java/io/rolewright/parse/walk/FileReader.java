package io.rolewright.parse.walk;

import io.rolewright.source.Decoder;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Reads candidates within bounds.
 *
 * <p>What is wrong with a file that was named is an error. A file that was merely found and cannot
 * be read is a warning, and nothing at all if it does not look like ours.
 */
public final class FileReader {

  /**
   * Above this a file is not read: 20 MB, ten times the largest account export we know of; less
   * where the virtual machine has little memory.
   */
  public static final long MAX_BYTES = Math.min(20L * 1024 * 1024, MemoryBudget.total());

  private static final int HEAD = 64 * 1024;

  /**
   * A candidate that was opened.
   *
   * @param file empty where there is nothing to judge
   */
  public record Opened(Optional<SourceFile> file, Optional<Problem> problem) {

    static Opened nothing() {
      return new Opened(Optional.empty(), Optional.empty());
    }

    static Opened failed(Candidate candidate, String message) {
      SourceFile file = SourceFile.unread(candidate.name());
      Problem problem =
          candidate.named()
              ? Problem.error(message, file.whole())
              : Problem.warning(message, file.whole());
      return new Opened(Optional.empty(), Optional.of(problem));
    }
  }

  private FileReader() {}

  public static Opened open(Candidate candidate) {
    try {
      if (Files.size(candidate.path()) > MAX_BYTES) {
        return tooLarge(candidate);
      }
      byte[] bytes = Files.readAllBytes(candidate.path());
      if (!candidate.named() && !Sniff.mayHoldPolicies(bytes, bytes.length)) {
        return Opened.nothing();
      }
      return decoded(candidate, bytes);
    } catch (AccessDeniedException denied) {
      return Opened.failed(candidate, "this file may not be read");
    } catch (IOException unreadable) {
      return Opened.failed(candidate, "this file cannot be read");
    }
  }

  /** What begins like a policy is one, and then not judging it is an error. */
  private static Opened tooLarge(Candidate candidate) throws IOException {
    boolean ours = candidate.named();
    if (!ours) {
      try (InputStream in = Files.newInputStream(candidate.path())) {
        byte[] head = in.readNBytes(HEAD);
        if (!Sniff.mayHoldPolicies(head, head.length)) {
          return Opened.nothing();
        }
        ours = Sniff.showsPolicy(head, head.length);
      }
    }
    return Opened.failed(
        new Candidate(candidate.path(), candidate.name(), ours),
        "this file is larger than "
            + MAX_BYTES / 1024 / 1024
            + " MB and is not read; split it, or name the part that matters");
  }

  private static Opened decoded(Candidate candidate, byte[] bytes) {
    Decoder.Decoded decoded = Decoder.decode(candidate.name(), bytes);
    if (decoded.problem().isEmpty()) {
      return new Opened(Optional.of(decoded.file()), Optional.empty());
    }
    Problem problem = decoded.problem().get();
    return new Opened(
        Optional.empty(),
        Optional.of(
            candidate.named() ? problem : Problem.warning(problem.message(), problem.at())));
  }
}
