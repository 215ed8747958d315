package io.rolewright.reason.z3;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The process as seen from ours. What it says is read by a thread, so that waiting can end. */
final class Child {

  private final Process process;
  private final DataOutputStream to;
  private final BlockingQueue<Optional<String>> said = new LinkedBlockingQueue<>();

  Child(Process process) {
    this.process = process;
    this.to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    Thread reader = new Thread(this::listen, "z3-answers");
    reader.setDaemon(true);
    reader.start();
  }

  private void listen() {
    try (DataInputStream from =
        new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
      while (true) {
        said.add(Optional.of(Frames.read(from)));
      }
    } catch (IOException end) {
      said.add(Optional.empty());
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Fails if the process ends or the deadline passes; it is of no use after that. */
  Reply ask(String script, String values, Duration deadline) throws IOException {
    Frames.write(to, script, values);
    String verdict = read(deadline);
    return Reply.of(verdict, read(deadline));
  }

  String read(Duration deadline) throws IOException {
    try {
      Optional<String> next = said.poll(deadline.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new IOException("nothing within " + deadline.toMillis() + " ms");
      }
      return next.orElseThrow(() -> new IOException("its process ended"));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted");
    }
  }

  void kill() {
    process.destroyForcibly();
  }
}
