package io.rolewright.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * The same work on many things, on as many threads as there are processors, the calling one among
 * them. Each thread takes the next thing when it is done with one, so that none idles while another
 * has a heap of them left, as happens with a parallel stream whose caller waits for the pool.
 */
final class SideBySide<A, B> {

  private final List<A> things;
  private final Function<A, B> work;
  private final B[] results;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  @SuppressWarnings("unchecked") // only what work gives is put in, and a list of B made of it
  private SideBySide(List<A> things, Function<A, B> work) {
    this.things = things;
    this.work = work;
    this.results = (B[]) new Object[things.size()];
  }

  /**
   * What {@code work} makes of each thing, in the order of the things. Throws what it throws.
   *
   * @param few so many things are not worth another thread
   */
  static <A, B> List<B> map(List<A> things, int few, Function<A, B> work) {
    int threads = things.size() <= few ? 1 : Runtime.getRuntime().availableProcessors();
    return new SideBySide<>(things, work).on(Math.min(threads, things.size()));
  }

  private List<B> on(int threads) {
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Thread other = new Thread(this::run, "rolewright-" + i);
      other.setDaemon(true);
      other.start();
      others.add(other);
    }
    run();
    others.forEach(SideBySide::await);
    return done();
  }

  private List<B> done() {
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
    return List.copyOf(Arrays.asList(results));
  }

  /** Whatever is thrown ends the work of all, and is thrown again by the calling thread. */
  private void run() {
    try {
      for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
        results[i] = work.apply(things.get(i));
      }
    } catch (RuntimeException | Error thrown) {
      failure.compareAndSet(null, thrown);
      next.set(things.size());
    }
  }

  /** To the end, since the results are of no use before; that somebody interrupted is kept. */
  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
