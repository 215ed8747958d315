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

  private static final String MOST_MEGABYTES = "2000";

  private record Script(String upToCheck, String values) {}

  private Worker() {}

  /** The program. */
  public static void main(String[] none) throws IOException {
    DataInputStream in = new DataInputStream(new FileInputStream(FileDescriptor.in));
    BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
    Thread solver = new Thread(null, () -> answer(scripts), "z3", STACK);
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
      Runtime.getRuntime().halt(0);
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
        case "unknown" -> new String[] {verdict, tell(context, "(get-info :reason-unknown)")};
        default -> new String[] {"unknown", verdict};
      };
    } catch (Z3Exception failure) {
      return new String[] {"unknown", String.valueOf(failure.getMessage()).strip()};
    }
  }

  private static String tell(Context context, String script) {
    return Native.evalSmtlib2String(context.nCtx(), script).strip();
  }
}
