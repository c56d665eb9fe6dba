package org.mtlbench.methods.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.testkit.PlainNetwork;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.task.Tasks;

/**
 * Images of the size of MultiMNIST's with random labels: a few whole batches to train on and one
 * image to validate on, so that an epoch takes the time of its steps.
 *
 * @param batches of 256 images
 */
record RandomImages(NDManager manager, Dataset dataset, int batches) implements Session {
  static final int BATCH = 256;
  private static final int SIDE = 28;
  private static final NetworkCase PARTS = PaperNetworks.MULTI_MNIST;
  private static final Randomness RANDOM = new Randomness(1);

  static RandomImages of(int batches, NDManager manager) {
    Split train = split(batches * BATCH, manager);
    Split one = split(1, manager);
    return new RandomImages(manager, new Fixed(train, one), batches);
  }

  private static Split split(int size, NDManager manager) {
    RandomGenerator random = RANDOM.stream("images", size);
    byte[] pixels = new byte[size * SIDE * SIDE];
    random.nextBytes(pixels);
    Shape shape = new Shape(size, SIDE, SIDE, 1);
    NDArray images = manager.create(ByteBuffer.wrap(pixels), shape, DataType.UINT8);
    return TensorSplit.of(
        images, List.of(labels(size, random, manager), labels(size, random, manager)));
  }

  private static NDArray labels(int size, RandomGenerator random, NDManager manager) {
    return manager.create(LongStream.generate(() -> random.nextInt(10)).limit(size).toArray());
  }

  MethodContext context() {
    return PARTS.context(RANDOM);
  }

  @Override
  public List<Task> tasks() {
    return List.of(Tasks.classification("left", 10), Tasks.classification("right", 10));
  }

  @Override
  public double[] constantScores() {
    throw new UnsupportedOperationException("tasks with the same metric need no constant");
  }

  @Override
  public Randomness random() {
    return RANDOM;
  }

  @Override
  public Network network(String purpose, int... tasks) {
    return PlainNetwork.of(PARTS.onlyTasks(tasks), manager, RANDOM.part(purpose));
  }

  @Override
  public Network widerNetwork(String purpose, int channels) {
    return PlainNetwork.of(PARTS.wider(channels), manager, RANDOM.part(purpose));
  }

  @Override
  public StateRegistry state() {
    return new StateRegistry() {
      @Override
      public void tensor(String name, NDArray tensor) {}

      @Override
      public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {}
    };
  }

  @Override
  public void note(String remark) {}

  @Override
  public void measure(String name, double value) {}

  @Override
  public void checkStopped() {}

  private record Fixed(Split train, Split one) implements Dataset {
    @Override
    public Split split(SplitName name) {
      return switch (name) {
        case TRAIN -> train;
        case VALIDATION, TEST -> one;
      };
    }

    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      NDArray images = raw.get(0).toType(DataType.FLOAT32, false).div(255f).sub(0.5f);
      return List.of(images.transpose(0, 3, 1, 2));
    }
  }
}
