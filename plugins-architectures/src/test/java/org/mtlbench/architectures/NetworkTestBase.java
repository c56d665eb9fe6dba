package org.mtlbench.architectures;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.architecture.StagedNetwork;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.architectures.hps.HpsConfig;
import org.mtlbench.architectures.hps.HpsPlugin;
import org.mtlbench.architectures.mdmtn.MdmtnConfig;
import org.mtlbench.architectures.mdmtn.MdmtnPlugin;
import org.mtlbench.testkit.NetworkCase;

/** Networks, images and gradients. */
public abstract class NetworkTestBase {
  protected static final Randomness RANDOM = new Randomness(5);
  protected final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  protected final StagedNetwork hps(NetworkCase parts) {
    return new HpsPlugin()
        .create(new HpsConfig(), parts.backbone(), parts.facts(), manager, RANDOM);
  }

  protected final StagedNetwork mdmtn(NetworkCase parts, double alphaTrunk, double alphaMonitor) {
    return new MdmtnPlugin()
        .create(
            new MdmtnConfig(alphaTrunk, alphaMonitor),
            parts.backbone(),
            parts.facts(),
            manager,
            RANDOM);
  }

  /** Images as a dataset gives them, channels last in memory. */
  protected final NDArray images(NetworkCase parts, int batch) {
    Shape shape =
        new Shape(batch, parts.input().get(1), parts.input().get(2), parts.input().get(0));
    RandomGenerator generator = RANDOM.stream("images");
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) generator.nextGaussian();
    }
    return manager.create(values, shape).transpose(0, 3, 1, 2);
  }

  protected static Parameter parameter(Network network, String name) {
    return network.parameters().stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  protected static List<String> names(List<Parameter> parameters) {
    return parameters.stream().map(Parameter::name).toList();
  }

  /** The largest absolute gradient of each trainable parameter. */
  protected static Map<String, Double> gradients(Network network, Function<Network, NDArray> loss) {
    Map<String, Double> largest = new LinkedHashMap<>();
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(loss.apply(network));
    }
    for (Parameter parameter : network.parameters()) {
      if (parameter.trainable()) {
        largest.put(
            parameter.name(), (double) parameter.value().getGradient().abs().max().getFloat());
      }
    }
    return largest;
  }
}
