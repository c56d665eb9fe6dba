package org.mtlbench.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.backbone.FlatBackbone;
import org.mtlbench.toolbox.backbone.SharedTrunk;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;
import org.mtlbench.toolbox.network.Upsampling;
import org.mtlbench.toolbox.task.Tasks;

/**
 * A backbone, and the facts of a dataset that fits it.
 *
 * @param backbone the layers
 * @param facts tasks and input of the dataset
 */
public record NetworkCase(Backbone backbone, DatasetFacts facts) {
  private static final int EXAMPLES = 100;

  /** A backbone with a flat feature, and classification tasks numbered from 1. */
  public static NetworkCase of(Shape input, List<List<LayerSpec>> stages, int tasks, int classes) {
    return of(
        new FlatBackbone("test", input, stages),
        IntStream.rangeClosed(1, tasks)
            .mapToObj(task -> Tasks.classification("task" + task, classes))
            .toList());
  }

  /** A backbone with the given tasks. */
  public static NetworkCase of(Backbone backbone, List<Task> tasks) {
    return new NetworkCase(
        backbone,
        new DatasetFacts(
            tasks,
            new InputSpec(backbone.input(), List.of()),
            "test",
            3 * EXAMPLES,
            EXAMPLES,
            EXAMPLES,
            true));
  }

  /**
   * A convolution with normalisation and a linear layer for images of shape 2x8x8, with 3 classes
   * per task.
   */
  public static NetworkCase small(int tasks) {
    return of(
        new Shape(2, 8, 8),
        List.of(
            List.of(new Convolution(2, 3, 3), new MaxPool(2), new BatchNorm(3), Activation.RELU),
            List.of(new Flatten(), new Linear(27, 5), Activation.RELU)),
        tasks,
        3);
  }

  /** Two linear layers for vectors of 6 features; 3 classes per task. */
  public static NetworkCase vectors(int tasks) {
    return of(
        new Shape(6),
        List.of(
            List.of(new Linear(6, 7), Activation.RELU), List.of(new Linear(7, 5), Activation.RELU)),
        tasks,
        3);
  }

  /**
   * An encoder and a decoder with batch normalisation for images of shape (2, 6, 8). Segmentation
   * and depth tasks alternate; each head is one convolution.
   */
  public static NetworkCase maps(int tasks) {
    return of(
        new Maps(),
        IntStream.rangeClosed(1, tasks)
            .mapToObj(
                task ->
                    task % 2 == 1
                        ? Tasks.segmentation("task" + task, 3)
                        : Tasks.depth("task" + task))
            .toList());
  }

  private record Maps() implements Backbone {
    private static final int CHANNELS = 3;

    @Override
    public Shape input() {
      return new Shape(2, 6, 8);
    }

    @Override
    public List<List<LayerSpec>> stages() {
      return List.of(
          List.of(
              Convolution.same(2, CHANNELS, 3),
              new BatchNorm(CHANNELS),
              Activation.RELU,
              new MaxPool(2)),
          List.of(
              new Upsampling(6, 8, Upsampling.Mode.NEAREST),
              Convolution.same(CHANNELS, CHANNELS, 3),
              new BatchNorm(CHANNELS),
              Activation.RELU));
    }

    @Override
    public List<LayerSpec> head(Target target) {
      return List.of(new Convolution(CHANNELS, target.outputs(), 1));
    }
  }

  /**
   * Normally distributed inputs of shape (N, F) or (N, C, H, W); images are channels last in
   * memory, as datasets provide them.
   *
   * @param batch N
   * @param manager owner of the array
   */
  public NDArray inputs(int batch, NDManager manager, RandomGenerator generator) {
    boolean spatial = input().dimension() == 3;
    Shape inMemory = spatial ? new Shape(input().get(1), input().get(2), input().get(0)) : input();
    Shape shape = new Shape(batch).addAll(inMemory);
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) generator.nextGaussian();
    }
    NDArray inputs = manager.create(values, shape);
    return spatial ? inputs.transpose(0, 3, 1, 2) : inputs;
  }

  /** The shape of one example. */
  public Shape input() {
    return backbone.input();
  }

  /** Number of tasks. */
  public int tasks() {
    return facts.tasks().size();
  }

  /** The same backbone with a subset of the tasks; with all tasks if none is given. */
  public NetworkCase onlyTasks(int... tasks) {
    return tasks.length == 0 ? this : new NetworkCase(backbone, facts.onlyTasks(tasks));
  }

  /**
   * The same case with further channels, or columns of a vector, before those of the input. The
   * first layer must be a convolution or a linear layer, and the feature flat.
   *
   * @param channels at least 1
   */
  public NetworkCase wider(int channels) {
    List<List<LayerSpec>> stages = new ArrayList<>(backbone.stages());
    List<LayerSpec> first = new ArrayList<>(stages.get(0));
    first.set(0, wider(first.get(0), channels));
    stages.set(0, first);
    DatasetFacts wide = facts.wider(channels);
    return new NetworkCase(new FlatBackbone("test", wide.input().shape(), stages), wide);
  }

  private static LayerSpec wider(LayerSpec layer, int channels) {
    if (layer instanceof Convolution c) {
      return new Convolution(
          c.in() + channels, c.out(), c.kernel(), c.stride(), c.padding(), c.bias());
    }
    Linear linear = (Linear) layer;
    return new Linear(linear.in() + channels, linear.out(), linear.bias());
  }

  /** The blueprint of a network with a shared trunk and heads only, see {@link PlainNetwork}. */
  public Blueprint blueprint(int... tasks) {
    return SharedTrunk.blueprint(backbone, onlyTasks(tasks).facts());
  }

  /** The method context for such a network on the dataset. */
  public MethodContext context(Randomness random) {
    return new MethodContext(facts, this::blueprint, random);
  }
}
