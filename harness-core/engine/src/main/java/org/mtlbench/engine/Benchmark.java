package org.mtlbench.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.catalogue.LoadedPlugins;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.cost.Calibration;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.device.DeviceRequest;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.environment.Machine;
import org.mtlbench.engine.environment.UserCache;
import org.mtlbench.engine.isolation.IsolatedPlugins;
import org.mtlbench.engine.library.LoadedEngine;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.model.KeepModels;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plugins.Reasons;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOptions;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunPolicy;
import org.mtlbench.engine.run.Runner;
import org.mtlbench.results.folder.RunFolder;

/**
 * A matrix and how it is run. Settings are made first, each a method that returns this object; then
 * {@link #plan} and {@link #run} may be called any number of times. Like {@link ProcessBuilder} it
 * is not for use by several threads at once.
 *
 * <pre>{@code
 * BenchmarkRun run = Benchmark.read(Path.of("compare.yaml")).out(Path.of("out")).run();
 * run.cells().forEach(cell -> System.out.println(cell.label() + " " + cell.status()));
 * }</pre>
 *
 * <p>Plugins are found on the class path, as {@link org.mtlbench.api.plugin.Bundle} says. Every
 * cell trains in a process of its own, with the Java and the class path of this one. Settings that
 * are not made are those of the command line. What is wrong with a matrix or a setting is an {@link
 * org.mtlbench.api.config.InvalidConfigException} that names each problem with its place, the value
 * found and what is allowed; settings are named as on the command line, for example {@code
 * --slots}.
 */
public final class Benchmark {
  private static final double MILLIS_PER_MINUTE = 60_000;

  private final MatrixSpec matrix;
  private Optional<Path> out = Optional.empty();
  private DeviceRequest device = DeviceRequest.AUTO;
  private OptionalInt slots = OptionalInt.empty();
  private int threads = 1;
  private Optional<Path> data = Optional.empty();
  private boolean unverifiedData;
  private List<Path> jars = List.of();
  private Overrides overrides = Overrides.NONE;
  private RunPolicy policy = RunPolicy.DEFAULT;
  private Duration checkpointEvery = RunOptions.CHECKPOINT_EVERY;
  private KeepModels keepModels = KeepModels.BEST;

  Benchmark(MatrixSpec matrix) {
    this.matrix = matrix;
  }

  /**
   * A benchmark of a matrix file; its ending says whether it is YAML or JSON.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if there is no file that can be read
   */
  public static Benchmark read(Path file) {
    return new Benchmark(MatrixReader.read(file));
  }

  /**
   * A benchmark of a matrix in YAML, which JSON is too.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if it is no YAML
   */
  public static Benchmark parse(String yaml) {
    return new Benchmark(MatrixReader.parse(yaml));
  }

  /**
   * A benchmark of a preset, for example {@code quick}.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if there is no such preset
   */
  public static Benchmark preset(String name) {
    return new Benchmark(MatrixReader.preset(name));
  }

  /** A matrix to be put together, of this name. */
  public static MatrixBuilder matrix(String name) {
    return new MatrixBuilder(name);
  }

  /**
   * Sets the run folder: a new or empty one, or one with results of this matrix, which then are
   * kept and completed. By default {@code runs/NAME-HASH} in the working directory.
   */
  public Benchmark out(Path folder) {
    out = Optional.of(folder);
    return this;
  }

  /**
   * Sets the device: {@code auto} (every GPU, else the CPU; default), {@code cpu}, {@code gpu}
   * (every GPU), {@code gpu:N[,M]}.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if it is something else
   */
  public Benchmark device(String name) {
    device = DeviceRequest.parse(name);
    return this;
  }

  /**
   * Sets how many cells run at once on each device; by default the processors divided by threads,
   * on a GPU as many of these as its memory allows.
   */
  public Benchmark slots(int count) {
    slots = OptionalInt.of(count);
    return this;
  }

  /** Sets the threads of each cell; 1 by default. */
  public Benchmark threads(int count) {
    threads = count;
    return this;
  }

  /**
   * Sets the folder of the datasets' source files; by default {@code $MTLBENCH_DATA}, else the
   * folder in the user's cache that {@code mtlbench data fetch} writes to.
   */
  public Benchmark data(Path folder) {
    data = Optional.of(folder);
    return this;
  }

  /** Permits source files that differ from the published ones; records and tables say so. */
  public Benchmark allowUnverifiedData() {
    unverifiedData = true;
    return this;
  }

  /**
   * Adds the plugins of the jars in a folder to those of the class path. They are loaded, together
   * with these, in processes of their own and never in this one.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if there is no such folder
   */
  public Benchmark plugins(Path folder) {
    jars = IsolatedPlugins.jars(folder);
    return this;
  }

  /** Sets the only run seed, in the place of the matrix's seeds. */
  public Benchmark seed(long seed) {
    overrides = new Overrides(OptionalLong.of(seed), overrides.budget());
    return this;
  }

  /** Sets the factor of every phase's epochs, in the place of the matrix's budget. */
  public Benchmark budget(double factor) {
    overrides = new Overrides(overrides.seed(), OptionalDouble.of(factor));
    return this;
  }

  /** Sets the time limit of a cell, its retries, and what a failure ends; no limits by default. */
  public Benchmark policy(RunPolicy rules) {
    policy = rules;
    return this;
  }

  /**
   * Sets the least time between two checkpoints of a cell; a minute by default, 0 for each epoch.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if it is negative or above 7 days
   */
  public Benchmark checkpointEvery(Duration interval) {
    checkpointEvery = RunOptions.checkpointEvery(interval.toMillis() / MILLIS_PER_MINUTE);
    return this;
  }

  /** Sets which trained models are kept; by default the best one on validation of each row. */
  public Benchmark keepModels(KeepModels which) {
    keepModels = which;
    return this;
  }

  /**
   * Plans: checks the matrix against the plugins and expands it into cells, each with its epochs
   * and an estimate of its time on the device, for which a small network is trained for a third of
   * a second. Nothing is written. The tensor engine is loaded into this process, kept {@linkplain
   * Machine#stayOffline from the network}, and uses as many threads as a cell from then on.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException with every problem of the matrix
   * @throws IllegalStateException if the engine cannot be loaded
   * @throws UncheckedIOException if the process that loads jars of plugins cannot be started, or
   *     ends for a reason that no plugin is to blame for
   */
  public Plan plan() {
    try {
      return prepare().plan();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs without a listener, see {@link #run(RunListener)}. */
  public BenchmarkRun run() throws IOException, InterruptedException {
    return run(new RunListener() {});
  }

  /**
   * Trains and tests every cell that has no result yet, and returns when all have ended. A cell
   * that fails is a record with its reason, not an exception.
   *
   * <p>Interrupting the calling thread stops the run as Ctrl-C does: workers write a checkpoint and
   * leave, from which the next run of the same matrix in the same folder resumes.
   *
   * @param listener told of the run's progress, from other threads, one call at a time
   * @throws org.mtlbench.api.config.InvalidConfigException if the matrix, a setting or source data
   *     cannot be used, or the folder holds something else or is in use; no cell was started then
   * @throws IOException if the run folder cannot be read or written
   * @throws InterruptedException if the thread was interrupted, after all workers have left
   */
  public BenchmarkRun run(RunListener listener) throws IOException, InterruptedException {
    Prepared prepared = prepare();
    prepared
        .plugins()
        .catalogue()
        .broken()
        .forEach(bundle -> listener.warned("ignored: " + bundle.sentence()));
    Path folder = out.orElseGet(() -> Path.of("runs", prepared.plan().folder()));
    RunOptions options =
        new RunOptions(
            folder,
            prepared.devices(),
            RunOptions.slots(slots, threads, prepared.devices().devices()),
            threads,
            prepared.access(),
            Optional.empty(),
            checkpointEvery,
            keepModels,
            policy,
            Optional.empty(),
            SlotRule.of(slots, prepared.devices()));
    Runner runner = new Runner(prepared.plugins(), listener);
    RunOutcome outcome = InterruptibleRun.await(runner, prepared.plan(), options);
    return new BenchmarkRun(prepared.plan(), RunFolder.at(folder), outcome);
  }

  /** What the settings come to. */
  private record Prepared(Plugins plugins, DataAccess access, DeviceChoice devices, Plan plan) {}

  /** Cheap checks come first, so that a mistake is answered before the engine is loaded. */
  private Prepared prepare() throws IOException {
    Machine.stayOffline();
    Plugins plugins =
        jars.isEmpty() ? LoadedPlugins.of(Benchmark.class.getClassLoader()) : isolated();
    DataAccess access =
        new DataAccess(
            data.orElseGet(UserCache::data).toAbsolutePath().normalize(),
            UserCache.arrays(),
            unverifiedData);
    Plan plan = plugins.plan(matrix, overrides, access);
    RunOptions.checkWidth(slots.orElse(1), threads);
    loadEngine();
    DeviceChoice devices = LoadedEngine.choose(device);
    Throughput throughput = Calibration.measure(Machine.device(devices.devices().get(0)), threads);
    return new Prepared(plugins, access, devices, plan.estimated(throughput));
  }

  private Plugins isolated() {
    Duration limit = IsolatedPlugins.Settings.LIMIT;
    return new IsolatedPlugins(jars, IsolatedPlugins.Settings.of(jars, limit, notice -> {}));
  }

  private static void loadEngine() {
    try {
      Machine.engine();
    } catch (RuntimeException | LinkageError e) {
      throw new IllegalStateException(
          "the tensor engine cannot be loaded ("
              + Reasons.of(e)
              + "): put ai.djl.pytorch:pytorch-jni and pytorch-native-cpu for this platform on the"
              + " class path",
          e);
    }
  }
}
