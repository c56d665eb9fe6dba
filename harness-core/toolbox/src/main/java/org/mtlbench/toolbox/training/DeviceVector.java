package org.mtlbench.toolbox.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.Arrays;
import java.util.Optional;

/**
 * Numbers of the host on the device, for example task weights. They are sent again only if they
 * have changed, so that constant weights are sent once.
 */
public final class DeviceVector {
  private double[] sent = new double[0];
  private Optional<NDArray> tensor = Optional.empty();

  /**
   * The numbers on the device; valid until the next call with other numbers.
   *
   * @param manager owner of the tensor, which it frees when it is closed; determines the device
   * @return float64, (n), without gradients
   */
  public NDArray of(double[] values, NDManager manager) {
    if (tensor.isEmpty() || !Arrays.equals(sent, values)) {
      tensor.ifPresent(NDArray::close);
      NDArray created = manager.create(values);
      NDScope.unregister(created);
      sent = values.clone();
      tensor = Optional.of(created);
    }
    return tensor.get();
  }
}
