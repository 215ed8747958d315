package io.rolewright.reason.z3;

import com.microsoft.z3.Context;
import com.microsoft.z3.Global;
import com.microsoft.z3.Native;
import com.microsoft.z3.Z3Exception;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The other process: reads questions from standard input, answers on standard output, and ends when
 * the input does, whatever Z3 is at. Its first word is {@link #READY} or why it can do nothing.
 */
final class Worker {

  static final String READY = "ready";

  /** Z3 goes down deep terms by recursion. */
  private static final long STACK = 1L << 29;

  /** A verdict of ours: Z3 failed, and may not be itself any more. */
  static final String FAILED = "failed";

  private static final String MOST_MEGABYTES = "500";

  private record Script(String upToCheck, String values) {}

  private Worker() {}

  /** The program. */
  public static void main(String[] none) throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
    Thread solver = new Thread(null, () -> run(scripts), "z3", STACK);
    solver.setDaemon(true);
    solver.start();
    try {
      while (true) {
        scripts.add(new Script(Frames.read(in), Frames.read(in)));
      }
    } catch (IOException whoAskedIsGone) {
      Runtime.getRuntime().halt(0);
    }
  }

  /** However it ends, who asked is to notice. */
  private static void run(BlockingQueue<Script> scripts) {
    try {
      answer(scripts);
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }

  private static void answer(BlockingQueue<Script> scripts) {
    try (DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
      Optional<String> unable = unable();
      Frames.write(out, unable.orElse(READY));
      while (unable.isEmpty()) {
        Script next = scripts.take();
        String[] said = answer(next.upToCheck(), next.values());
        Frames.write(out, said);
      }
    } catch (IOException | InterruptedException whoAskedIsGone) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> unable() {
    Optional<String> noLibraries = Natives.load(System.getenv());
    if (noLibraries.isPresent()) {
      return noLibraries;
    }
    Global.setParameter("encoding", "bmp"); // a character is a UTF-16 unit
    Global.setParameter("memory_max_size", MOST_MEGABYTES);
    return SelfTest.failure(script -> answer(script, "")[0]);
  }

  /** The verdict, and then values or a reason. */
  private static String[] answer(String script, String values) {
    try (Context context = new Context()) {
      String verdict = tell(context, script);
      return switch (verdict) {
        case "sat" -> new String[] {verdict, values.isEmpty() ? "" : tell(context, values)};
        case "unsat" -> new String[] {verdict, ""};
        case "unknown" -> unknown(tell(context, "(get-info :reason-unknown)"));
        default -> new String[] {FAILED, verdict};
      };
    } catch (Z3Exception failure) {
      return new String[] {FAILED, String.valueOf(failure.getMessage()).strip()};
    }
  }

  /** After it ran out of memory once, Z3 does so at every question. */
  private static String[] unknown(String why) {
    SExpression said = SExpression.read(why);
    String reason = said.parts().size() == 2 ? said.parts().get(1).word() : why;
    String plain = reason.replace("\"", "");
    return new String[] {plain.contains("memory") ? FAILED : "unknown", plain};
  }

  private static String tell(Context context, String script) {
    return Native.evalSmtlib2String(context.nCtx(), script).strip();
  }
}
