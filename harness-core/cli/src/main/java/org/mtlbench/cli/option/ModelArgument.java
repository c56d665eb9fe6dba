package org.mtlbench.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** Argument that selects a trained model. */
public final class ModelArgument {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A model of a run: DIR/models/CELL.safetensors.")
  private Path file;

  /** One of the model's two files. */
  public Path file() {
    return file;
  }
}
