package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mtlbench.api.method.StoppedException;

class StopSignalTest {
  @Test
  @Timeout(30)
  void isRaisedAtEndOfStreamAndHaltsAfterGracePeriod() throws IOException, InterruptedException {
    PipedOutputStream runner = new PipedOutputStream();
    CountDownLatch halted = new CountDownLatch(1);
    StopSignal signal =
        StopSignal.watch(new PipedInputStream(runner), Duration.ofMillis(50), halted::countDown);
    runner.write("bytes that mean nothing".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    runner.flush();
    assertThatCode(signal::check).doesNotThrowAnyException();

    runner.close();

    halted.await();
    assertThatThrownBy(signal::check).isInstanceOf(StoppedException.class);
  }

  @Test
  @Timeout(30)
  void runsActionImmediatelyAndHaltsEvenIfItFails() throws IOException, InterruptedException {
    PipedOutputStream runner = new PipedOutputStream();
    CountDownLatch rescued = new CountDownLatch(1);
    CountDownLatch halted = new CountDownLatch(1);
    StopSignal signal =
        StopSignal.watch(new PipedInputStream(runner), Duration.ofMillis(50), halted::countDown);
    signal.whenRaised(
        () -> {
          rescued.countDown();
          throw new IOException("the disk is full");
        });

    runner.close();

    rescued.await();
    halted.await();
  }
}
