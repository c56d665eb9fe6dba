package org.mtlbench.methods.benchmark;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A counter of the energy that a part of the machine has consumed. Other processes on the machine
 * are included.
 */
interface EnergyCounter {
  /** What it counts, for example {@code processor (RAPL)}. */
  String name();

  /** The energy consumed since some fixed time, in joules. */
  double joules();

  /** The energy from an earlier value of {@link #joules} until now, in joules. */
  default double since(double earlier) {
    return joules() - earlier;
  }

  /** All counters that this machine has and that this user may read; none in most containers. */
  static List<EnergyCounter> available() {
    List<EnergyCounter> counters = new ArrayList<>(Rapl.packages(Rapl.FOLDER));
    counters.addAll(Nvml.devices());
    return counters;
  }

  /**
   * A processor package, as counted by Intel's and AMD's RAPL and reported by Linux.
   *
   * @param folder for example {@code /sys/class/powercap/intel-rapl:0}
   * @param range the counter starts over after this many joules
   */
  record Rapl(Path folder, double range) implements EnergyCounter {
    static final Path FOLDER = Path.of("/sys/class/powercap");

    private static final double MICRO = 1e-6;

    /** The packages below a folder; their parts, such as cores, are included in them. */
    static List<EnergyCounter> packages(Path root) {
      List<EnergyCounter> packages = new ArrayList<>();
      if (!Files.isDirectory(root)) {
        return packages;
      }
      try (DirectoryStream<Path> domains = Files.newDirectoryStream(root, "intel-rapl:[0-9]*")) {
        for (Path domain : domains) {
          boolean whole =
              domain.getFileName().toString().chars().filter(c -> c == ':').count() == 1;
          if (whole && Files.isReadable(domain.resolve("energy_uj"))) {
            packages.add(new Rapl(domain, read(domain, "max_energy_range_uj")));
          }
        }
      } catch (IOException e) {
        return List.of();
      }
      return packages;
    }

    private static double read(Path domain, String file) throws IOException {
      return MICRO * Double.parseDouble(Files.readString(domain.resolve(file)).strip());
    }

    @Override
    public String name() {
      return "processor (RAPL)";
    }

    @Override
    public double joules() {
      try {
        return read(folder, "energy_uj");
      } catch (IOException e) {
        return Double.NaN;
      }
    }

    @Override
    public double since(double earlier) {
      double difference = joules() - earlier;
      return difference < 0 ? difference + range : difference;
    }
  }

  /**
   * A GPU, as counted by NVIDIA's management library (Volta and later).
   *
   * @param device its handle
   */
  record Nvml(Function total, Pointer device) implements EnergyCounter {
    private static final double MILLI = 1e-3;

    static List<EnergyCounter> devices() {
      List<EnergyCounter> devices = new ArrayList<>();
      try {
        NativeLibrary library = NativeLibrary.getInstance("libnvidia-ml.so.1");
        if (library.getFunction("nvmlInit_v2").invokeInt(new Object[0]) != 0) {
          return devices;
        }
        Function handle = library.getFunction("nvmlDeviceGetHandleByIndex_v2");
        Function total = library.getFunction("nvmlDeviceGetTotalEnergyConsumption");
        PointerByReference device = new PointerByReference();
        for (int i = 0; handle.invokeInt(new Object[] {i, device}) == 0; i++) {
          Nvml counter = new Nvml(total, device.getValue());
          if (Double.isFinite(counter.joules())) {
            devices.add(counter);
          }
        }
      } catch (UnsatisfiedLinkError e) {
        return List.of();
      }
      return devices;
    }

    @Override
    public String name() {
      return "GPU (NVML)";
    }

    @Override
    public double joules() {
      LongByReference millijoules = new LongByReference();
      int failure = total.invokeInt(new Object[] {device, millijoules});
      return failure == 0 ? MILLI * millijoules.getValue() : Double.NaN;
    }
  }
}
