import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mtlbench.api.architecture.Backbone;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.architectures.hps.HpsPlugin;
import org.mtlbench.architectures.lenet.LenetPlugin;
import org.mtlbench.datasets.multimnist.MultiMnistConfig;
import org.mtlbench.datasets.multimnist.MultiMnistPlugin;

/**
 * Writes what a cell of MultiMNIST on hps starts from, so that another program can train the same:
 * the raw images and labels, and for each seed the initial parameters, the order of the training
 * examples in each epoch, and the outputs of the initial network for the first test images.
 *
 * <p>Arguments: output folder, data folder, training examples, validation examples, epochs, number
 * of seeds. Files have little-endian numbers without headers.
 */
final class Export {
  private static final int CHECKED = 64;

  public static void main(String[] arguments) throws IOException {
    Path out = Files.createDirectories(Path.of(arguments[0]));
    DataAccess access =
        new DataAccess(Path.of(arguments[1]), Files.createTempDirectory("mtlbench-export"), true);
    int train = Integer.parseInt(arguments[2]);
    int validation = Integer.parseInt(arguments[3]);
    int epochs = Integer.parseInt(arguments[4]);
    int seeds = Integer.parseInt(arguments[5]);
    try (NDManager manager = NDManager.newBaseManager()) {
      MultiMnistPlugin plugin = new MultiMnistPlugin();
      MultiMnistConfig all = plugin.defaults();
      MultiMnistConfig config =
          new MultiMnistConfig(all.seed(), all.resize(), train, validation);
      Dataset dataset = plugin.open(config, access, manager);
      for (SplitName split : List.of(SplitName.TRAIN, SplitName.TEST)) {
        examples(dataset, split, out, manager);
      }
      DatasetFacts facts = plugin.facts(config, access);
      Backbone backbone = backbone(new LenetPlugin(), facts.input());
      HpsPlugin hps = new HpsPlugin();
      for (int seed = 0; seed < seeds; seed++) {
        Randomness random = new Randomness(seed);
        Network network =
            hps.create(
                hps.defaults(), backbone, facts, manager, random.part("network/network"));
        parameters(network, out.resolve("parameters-" + seed));
        Examples first = dataset.split(SplitName.TEST).range(0, CHECKED, manager);
        List<NDArray> outputs =
            network.predict(dataset.prepare(first.inputs()), ForwardMode.EVALUATION);
        for (int task = 0; task < outputs.size(); task++) {
          floats(outputs.get(task), out.resolve("outputs-" + seed + "-" + task));
        }
        order(random, train, epochs, out.resolve("order-" + seed));
      }
    }
  }

  private static <C extends Record> Backbone backbone(BackbonePlugin<C> plugin, InputSpec input) {
    return plugin.of(plugin.defaults(), input);
  }

  private static void examples(Dataset dataset, SplitName split, Path out, NDManager manager)
      throws IOException {
    String name = split.name().toLowerCase(java.util.Locale.ROOT);
    int size = dataset.split(split).size();
    Examples all = dataset.split(split).range(0, size, manager);
    Files.write(out.resolve(name + "-images"), all.inputs().get(0).toByteArray());
    for (int task = 0; task < all.targets().size(); task++) {
      long[] labels = all.targets().get(task).values().toLongArray();
      ByteBuffer bytes =
          ByteBuffer.allocate(labels.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asLongBuffer().put(labels);
      Files.write(out.resolve(name + "-labels-" + task), bytes.array());
    }
  }

  private static void parameters(Network network, Path file) throws IOException {
    StringBuilder names = new StringBuilder();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (Parameter parameter : network.parameters()) {
        names.append(parameter.name()).append(' ').append(parameter.value().size()).append('\n');
        out.write(bytes(parameter.value()));
      }
    }
    Files.writeString(Path.of(file + ".txt"), names);
  }

  private static void floats(NDArray tensor, Path file) throws IOException {
    Files.write(file, bytes(tensor));
  }

  private static byte[] bytes(NDArray tensor) {
    float[] numbers = tensor.toFloatArray();
    ByteBuffer bytes =
        ByteBuffer.allocate(numbers.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  /** The order of the batches of the phase "train". */
  private static void order(Randomness random, int train, int epochs, Path file)
      throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(train * epochs * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int epoch = 1; epoch <= epochs; epoch++) {
      for (int i : Permutation.of(train, random.stream("batch-order/train", epoch))) {
        bytes.putInt(i);
      }
    }
    Files.write(file, bytes.array());
  }
}
