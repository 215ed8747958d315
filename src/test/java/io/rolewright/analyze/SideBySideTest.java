package io.rolewright.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class SideBySideTest {

  private static final List<Integer> MANY = IntStream.range(0, 1000).boxed().toList();

  @Test
  void results_are_in_the_order_of_the_things() {
    assertThat(SideBySide.map(MANY, 4, i -> 2 * i))
        .containsExactlyElementsOf(MANY.stream().map(i -> 2 * i).toList());
    assertThat(SideBySide.map(List.of(), 4, i -> i)).isEmpty();
  }

  @Test
  void what_the_work_throws_is_thrown() {
    assertThatThrownBy(() -> SideBySide.map(MANY, 4, i -> 1 / (i - 999)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void few_things_stay_on_the_calling_thread() {
    Thread own = Thread.currentThread();
    assertThat(SideBySide.map(List.of(1, 2, 3), 4, i -> Thread.currentThread())).containsOnly(own);
  }

  @Test
  @EnabledIf("hasTwoProcessors")
  void two_things_are_worked_on_at_the_same_time() {
    CountDownLatch both = new CountDownLatch(2);
    assertThat(SideBySide.map(List.of(1, 2), 1, i -> meets(both))).containsExactly(true, true);
  }

  static boolean hasTwoProcessors() {
    return Runtime.getRuntime().availableProcessors() > 1;
  }

  private static boolean meets(CountDownLatch both) {
    both.countDown();
    try {
      return both.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
