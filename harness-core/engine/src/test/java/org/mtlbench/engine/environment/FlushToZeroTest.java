package org.mtlbench.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test uses its own thread, since the mode is a property of the thread. */
class FlushToZeroTest {
  private static final float SUBNORMAL = 1e-40f;

  @BeforeEach
  void onlyWhereThereIsASwitch() {
    assumeTrue(FlushToZero.supported(), "flush-to-zero is set on Linux on x86-64 only");
  }

  @Test
  void treatsSubnormalsAsZero() throws Exception {
    List<Float> products = inAThread(FlushToZeroTest::products);
    assertThat(products.get(0)).as("before").isPositive();
    assertThat(products.get(1)).as("after").isZero();
  }

  private static List<Float> products() {
    try (NDManager manager = NDManager.newBaseManager()) {
      List<Float> products = new ArrayList<>();
      products.add(largestProduct(manager));
      FlushToZero.on();
      products.add(largestProduct(manager));
      return products;
    }
  }

  /** Long enough for the engine's vectorised loops and their remainder. */
  private static float largestProduct(NDManager manager) {
    float[] values = new float[1003];
    Arrays.fill(values, SUBNORMAL);
    NDArray product = manager.create(values).mul(3);
    // read back as integers, since a float comparison would flush too
    int largest = 0;
    for (float value : product.toFloatArray()) {
      largest = Math.max(largest, Float.floatToRawIntBits(value));
    }
    return largest;
  }

  @Test
  void doesNotAffectOtherThreads() throws Exception {
    inAThread(
        () -> {
          FlushToZero.on();
          return true;
        });
    assertThat(inAThread(FlushToZero::isOn)).isFalse();
  }

  @Test
  void survivesClassLoadingAndGarbageCollection() throws Exception {
    assertThat(
            inAThread(
                () -> {
                  FlushToZero.on();
                  for (int i = 0; i < 20_000; i++) {
                    // compiles, collects and initialises classes, where the virtual machine calls
                    // from native code into Java
                    new ArrayList<>(List.of(String.format("%d %f", i, i * 0.5)));
                  }
                  System.gc();
                  return FlushToZero.isOn();
                }))
        .isTrue();
  }

  private static <T> T inAThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "flush-to-zero");
    thread.start();
    return task.get();
  }
}
