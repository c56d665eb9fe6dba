package org.mtlbench.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.matrix.Setting;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.preset.Presets;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Arguments that select a matrix and override its values. */
public final class MatrixArguments {
  private static final String ONLY = "--only";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PRESET|FILE",
      defaultValue = "quick",
      description =
          "A preset (see 'list presets') or a matrix file in YAML or JSON; default"
              + " ${DEFAULT-VALUE}.",
      completionCandidates = PresetNames.class)
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

  @Option(
      names = Setting.OPTION,
      paramLabel = "PATH=VALUE",
      description =
          "Replaces a value of the matrix, for example training.epochs=26, seeds=[0,1,2] or"
              + " methods[1].config.learning-rate=0.001; may be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = ONLY,
      paramLabel = "LABEL",
      description =
          "Only the rows of the method with this label in tables; may be repeated. Run without it"
              + " later to add the other rows.")
  private List<String> labels = new ArrayList<>();

  /** The completion candidates for matrices. */
  static final class PresetNames extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    PresetNames() {
      super(Presets.names());
    }
  }

  /**
   * Reads the matrix. A name without folder and extension is that of a preset if no such file
   * exists.
   *
   * @throws InvalidConfigException if there is no such preset or file
   */
  MatrixSpec read() {
    return read(matrix, settings.stream().map(Setting::parse).toList());
  }

  /**
   * Rejects a matrix without a Pareto study.
   *
   * @throws InvalidConfigException if it has none, or there is no such preset or file
   */
  public void requireStudy() {
    if (read().study().list().isEmpty()) {
      throw new InvalidConfigException(
          "study",
          "nothing in " + matrix,
          "a block with method and vectors or values, see docs/pareto.md; a matrix without one is"
              + " started with run");
    }
  }

  /**
   * Reads a matrix by preset name or file.
   *
   * @throws InvalidConfigException if there is no such preset or file
   */
  public static MatrixSpec read(String matrix) {
    return read(matrix, List.of());
  }

  private static MatrixSpec read(String matrix, List<Setting> settings) {
    return isFile(matrix)
        ? MatrixReader.read(Path.of(matrix), settings)
        : MatrixReader.preset(matrix, settings);
  }

  /**
   * Whether a name denotes a file: the file exists, or the name has a folder or an extension.
   *
   * @throws InvalidConfigException if it cannot be the name of a file
   */
  static boolean isFile(String name) {
    Path file = PathConverter.parse("matrix", name);
    return file.getNameCount() != 1 || name.contains(".") || Files.isRegularFile(file);
  }

  /**
   * The cells of a plan that were selected.
   *
   * @throws InvalidConfigException if no row has a given label
   */
  Plan selected(Plan plan) {
    if (labels.isEmpty()) {
      return plan;
    }
    List<String> known = plan.cells().stream().map(cell -> cell.spec().label()).distinct().toList();
    for (String label : labels) {
      if (!known.contains(label)) {
        List<String> quoted = known.stream().map(MatrixArguments::quoted).toList();
        throw new InvalidConfigException(ONLY, "'" + label + "'", Nearest.allowed(label, quoted));
      }
    }
    return plan.only(
        plan.cells().stream()
            .map(PlannedCell::spec)
            .filter(spec -> labels.contains(spec.label()))
            .map(CellSpec::id)
            .collect(Collectors.toSet()));
  }

  /** Labels with a comma would read as two in a list. */
  private static String quoted(String label) {
    return label.contains(",") ? '"' + label + '"' : label;
  }

  Overrides overrides() {
    return new Overrides(
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        budget == null ? OptionalDouble.empty() : OptionalDouble.of(budget));
  }
}
