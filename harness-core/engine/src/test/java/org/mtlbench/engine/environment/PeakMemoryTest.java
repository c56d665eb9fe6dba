package org.mtlbench.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeakMemoryTest {
  @Test
  void readsHighWaterMark() {
    List<String> status = List.of("Name:\tjava", "VmPeak:\t 9999 kB", "VmHWM:\t  232424 kB");
    assertThat(PeakMemory.parse(status)).contains(232424L * 1024);
    assertThat(PeakMemory.parse(List.of("Name:\tjava"))).isEmpty();
  }
}
