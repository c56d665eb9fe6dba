package org.mtlbench.engine.library;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.device.DeviceRequest;
import org.mtlbench.engine.device.GpuDriver;
import org.mtlbench.engine.environment.UserCache;

/**
 * Selects the tensor engine for the launcher script. Prints one line per setting: {@code
 * classpath=...}, system properties as {@code -Dname=value}, and environment variables as {@code
 * NAME=value}.
 */
public final class LaunchSelection {
  private static final int BAD_INPUT = 2;

  private LaunchSelection() {}

  /**
   * Prints the settings; exits with code 2 and a message if an engine is named that cannot be used.
   *
   * @param arguments the folder of the program's jars, then the arguments of the program
   */
  public static void main(String[] arguments) throws IOException {
    try {
      print(Path.of(arguments[0]), request(arguments), System.getenv(), System.out);
    } catch (HarnessException e) {
      e.lines().forEach(System.err::println);
      System.exit(BAD_INPUT);
    }
  }

  private static void print(
      Path program, DeviceRequest request, Map<String, String> environment, PrintStream out)
      throws IOException {
    EngineSelection selection =
        EngineSelection.of(
            request, GpuDriver.examine(environment), UserCache.engines(), environment);
    out.println("-D" + EngineSelection.REASON + "=" + selection.reason());
    if (selection.engine().isPresent()) {
      InstalledEngine engine = selection.engine().get();
      out.println("classpath=" + engine.classPath(program));
      engine.environment(environment).forEach((name, value) -> out.println(name + "=" + value));
    }
  }

  /** The value of the device option; an invalid one is reported by the command. */
  private static DeviceRequest request(String[] arguments) {
    DeviceRequest request = DeviceRequest.AUTO;
    for (int i = 1; i < arguments.length; i++) {
      String prefix = DeviceRequest.OPTION + "=";
      String value = null;
      if (arguments[i].startsWith(prefix)) {
        value = arguments[i].substring(prefix.length());
      } else if (arguments[i].equals(DeviceRequest.OPTION) && i + 1 < arguments.length) {
        value = arguments[i + 1];
      }
      if (value != null) {
        try {
          request = DeviceRequest.parse(value);
        } catch (InvalidConfigException e) {
          return DeviceRequest.AUTO;
        }
      }
    }
    return request;
  }
}
