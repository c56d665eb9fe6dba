package org.mtlbench.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plan.Overrides;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Arguments that select a matrix and override its values. */
public final class MatrixArguments {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PRESET|FILE",
      defaultValue = "quick",
      description =
          "A preset (see 'list presets') or a matrix file in YAML or JSON; default quick.")
  private String matrix;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The only run seed, in place of the matrix's seeds.")
  private Long seed;

  @Option(
      names = "--budget",
      paramLabel = "F",
      description = "Scales the epochs of every phase, in place of the matrix's budget.")
  private Double budget;

  /**
   * Reads the matrix. A name without folder and extension is that of a preset if no such file
   * exists.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if there is no such preset or file
   */
  MatrixSpec read() {
    return read(matrix);
  }

  /**
   * Reads a matrix by preset name or file.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if there is no such preset or file
   */
  public static MatrixSpec read(String matrix) {
    return isFile(matrix) ? MatrixReader.read(Path.of(matrix)) : MatrixReader.preset(matrix);
  }

  /**
   * Whether a name denotes a file: the file exists, or the name has a folder or an extension.
   *
   * @throws org.mtlbench.api.config.InvalidConfigException if it cannot be the name of a file
   */
  static boolean isFile(String name) {
    Path file = PathConverter.parse("matrix", name);
    return file.getNameCount() != 1 || name.contains(".") || Files.isRegularFile(file);
  }

  Overrides overrides() {
    return new Overrides(
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(budget));
  }
}
