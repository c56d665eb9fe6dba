package org.mtlbench.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/** Resolves the device option to available devices. */
public final class DeviceChoice {
  private static final String CPU = "cpu";
  private static final Pattern GPU = Pattern.compile("gpu:(\\d{1,4})");

  private DeviceChoice() {}

  /**
   * Resolves the option.
   *
   * @param text {@code auto} (every GPU, or the CPU if there is none), {@code cpu}, {@code gpu}
   *     (every GPU) or {@code gpu:N}
   * @param gpus number of GPUs; only called if needed
   * @return {@code cpu}, or one or more {@code gpu:N}
   * @throws InvalidConfigException if the text is anything else
   * @throws HarnessException if it names a GPU that the engine cannot use
   */
  public static List<String> resolve(String text, IntSupplier gpus) {
    if (text.equals(CPU)) {
      return List.of(CPU);
    }
    int count = gpus.getAsInt();
    List<String> all = IntStream.range(0, count).mapToObj(i -> "gpu:" + i).toList();
    if (text.equals("auto")) {
      return all.isEmpty() ? List.of(CPU) : all;
    }
    if (text.equals("gpu") && !all.isEmpty()) {
      return all;
    }
    Matcher match = GPU.matcher(text);
    if (match.matches() && Integer.parseInt(match.group(1)) < count) {
      return List.of("gpu:" + Integer.parseInt(match.group(1)));
    }
    if (text.equals("gpu") || match.matches()) {
      String usable =
          count == 0 ? "cannot use any GPU" : "can use " + count + (count == 1 ? " GPU" : " GPUs");
      throw new HarnessException(
          ErrorCategory.DEVICE,
          "--device: found " + text + ", but the engine " + usable + " of this machine",
          "Use one of " + allowed(all) + "; 'doctor' lists the GPUs that engine and driver find");
    }
    throw new InvalidConfigException("--device", text, "one of " + allowed(all));
  }

  private static String allowed(List<String> gpus) {
    List<String> names = new ArrayList<>(List.of("auto", CPU));
    if (!gpus.isEmpty()) {
      names.add("gpu");
    }
    names.addAll(gpus);
    return String.join(", ", names);
  }
}
