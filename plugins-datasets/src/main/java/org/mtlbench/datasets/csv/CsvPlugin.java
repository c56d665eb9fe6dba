package org.mtlbench.datasets.csv;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.datasets.source.Sha256;
import org.mtlbench.datasets.table.CategoryEncoding;

/** The dataset {@code csv}: a table of the user, in one CSV file or one file per split. */
public final class CsvPlugin implements DatasetPlugin<CsvConfig> {
  private static final String OWN = "your own file, without published checksum";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "csv", "CSV table", "", List.of("your own table", "classes, labels and numbers"));
  }

  @Override
  public CsvConfig defaults() {
    return new CsvConfig(
        "",
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        CategoryEncoding.ONE_HOT,
        List.of("", "NA", "N/A", "NaN", "null"),
        ";",
        "none",
        "",
        "",
        "",
        0.15,
        0.15,
        42,
        ",",
        "\"",
        true);
  }

  @Override
  public DatasetFacts facts(CsvConfig config, DataAccess access) {
    return new CsvFiles(config, access.root()).read().facts(false);
  }

  @Override
  public List<SourceFile> inspect(CsvConfig config, DataAccess access) {
    return new CsvFiles(config, access.root()).sources().stream().map(CsvPlugin::inspect).toList();
  }

  private static SourceFile inspect(CsvSource source) {
    if (!Files.isRegularFile(source.path())) {
      SourceFile.State state =
          Files.exists(source.path()) ? SourceFile.State.BROKEN : SourceFile.State.MISSING;
      return new SourceFile(source.name(), state, "", OWN);
    }
    try (InputStream in = Files.newInputStream(source.path())) {
      String sum = Sha256.of(in);
      return new SourceFile(source.name(), SourceFile.State.VERIFIED, sum, OWN);
    } catch (IOException e) {
      return new SourceFile(
          source.name(), SourceFile.State.BROKEN, "", "cannot be read: " + e.getMessage());
    }
  }

  @Override
  public void fetch(CsvConfig config, DataAccess access, Consumer<String> log) {
    log.accept("csv reads your own files: nothing to fetch");
  }

  @Override
  public Dataset open(CsvConfig config, DataAccess access, NDManager manager) {
    return new CsvFiles(config, access.root()).read().open(manager);
  }
}
