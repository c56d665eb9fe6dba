package org.mtlbench.engine.device;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A device on which cells train: the processor or one GPU. As JSON and as text {@code cpu} or
 * {@code gpu:N}.
 *
 * @param gpu number of the GPU, from 0, among those visible to this process; empty for the
 *     processor
 */
public record ComputeDevice(OptionalInt gpu) {
  /** The processor. */
  public static final ComputeDevice CPU = new ComputeDevice(OptionalInt.empty());

  private static final Pattern GPU = Pattern.compile("gpu:(\\d{1,4})");

  /** The GPU of a number. */
  public static ComputeDevice gpu(int number) {
    return new ComputeDevice(OptionalInt.of(number));
  }

  /**
   * Parses a name.
   *
   * @throws IllegalArgumentException if it is neither {@code cpu} nor {@code gpu:N}
   */
  @JsonCreator
  public static ComputeDevice parse(String name) {
    Matcher match = GPU.matcher(name);
    if (match.matches()) {
      return gpu(Integer.parseInt(match.group(1)));
    }
    if (name.equals("cpu")) {
      return CPU;
    }
    throw new IllegalArgumentException("device: found " + name + ", expected cpu or gpu:N");
  }

  /** Whether this is a GPU. */
  public boolean isGpu() {
    return gpu.isPresent();
  }

  /** {@code cpu} or {@code gpu:N}. */
  @JsonValue
  public String name() {
    return gpu.isPresent() ? "gpu:" + gpu.getAsInt() : "cpu";
  }

  /** The names of devices, as stored in records. */
  public static String names(Collection<ComputeDevice> devices) {
    return devices.stream().map(ComputeDevice::name).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name();
  }
}
