package org.mtlbench.datasets.imagefolder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.datasets.csv.CsvConfig;
import org.mtlbench.datasets.csv.TargetSpec;
import org.mtlbench.datasets.table.CategoryEncoding;

/** Config of {@code images}. */
public record ImagesConfig(
    @ConfigKey(
            value = "the CSV file with an image and its labels per row",
            allowed = "a path, relative to the data folder")
        String file,
    @ConfigKey(
            value = "the folder of the images; empty for that of the table",
            allowed = "a path, relative to the data folder")
        String folder,
    @ConfigKey(value = "the column with the names of the images", allowed = "a column name")
        String imageColumn,
    @ConfigKey(
            value =
                "the tasks: from name to kind (classification, regression, multi-label) or to a"
                    + " mapping of kind and columns",
            allowed = "at least one task")
        Map<String, TargetSpec> targets,
    @ConfigKey(value = "height to which images are resized", allowed = "8 to 1024") int height,
    @ConfigKey(value = "width to which images are resized", allowed = "8 to 1024") int width,
    @ConfigKey(
            value =
                "mean of each of the three channels, as a fraction of 255; empty for those of the"
                    + " training images",
            allowed = "three numbers, or none")
        List<Double> means,
    @ConfigKey(
            value =
                "standard deviation of each channel, as a fraction of 255; empty for those of the"
                    + " training images",
            allowed = "three numbers above 0, or none")
        List<Double> deviations,
    @ConfigKey("mirror training images at random") boolean flip,
    @ConfigKey(
            value =
                "maximum random shift of training images in pixels",
            allowed = "0 to 256")
        int shift,
    @ConfigKey(
            value = "texts that mark a missing value, regardless of case",
            allowed = "a list of texts")
        List<String> missing,
    @ConfigKey(value = "separator between the labels in a cell", allowed = "a text")
        String labelSeparator,
    @ConfigKey(value = "text of a cell without labels", allowed = "a text")
        String noLabels,
    @ConfigKey(
            value =
                "the column with the split of each row, train, validation or test; empty for none",
            allowed = "a column name")
        String splitColumn,
    @ConfigKey(value = "fraction of the rows for validation", allowed = "above 0, below 1")
        double validationFraction,
    @ConfigKey(value = "fraction of the rows for testing", allowed = "above 0, below 1")
        double testFraction,
    @ConfigKey(value = "seed of the split, not of training", allowed = "any whole number")
        long seed,
    @ConfigKey(value = "separator between cells", allowed = "one character, or tab")
        String delimiter) {
  private static final int CHANNELS = 3;

  /** Checks everything that can be checked without reading the files. */
  public ImagesConfig {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    means = List.copyOf(means);
    deviations = List.copyOf(deviations);
    missing = List.copyOf(missing);
    Checks.start()
        .that(height >= 8 && height <= 1024, "height", height, "a whole number from 8 to 1024")
        .that(width >= 8 && width <= 1024, "width", width, "a whole number from 8 to 1024")
        .that(means.isEmpty() || means.size() == CHANNELS, "means", means, "three numbers, or none")
        .that(
            deviations.size() == means.size() && deviations.stream().allMatch(d -> d > 0),
            "deviations",
            deviations,
            "one number above 0 for each of means")
        .that(shift >= 0 && shift <= 256, "shift", shift, "a whole number from 0 to 256")
        .finish();
    csv(
        file,
        targets,
        missing,
        labelSeparator,
        noLabels,
        splitColumn,
        validationFraction,
        testFraction,
        seed,
        delimiter);
  }

  /** The config for reading the table. */
  CsvConfig csv() {
    return csv(
        file,
        targets,
        missing,
        labelSeparator,
        noLabels,
        splitColumn,
        validationFraction,
        testFraction,
        seed,
        delimiter);
  }

  private static CsvConfig csv(
      String file,
      Map<String, TargetSpec> targets,
      List<String> missing,
      String labelSeparator,
      String noLabels,
      String splitColumn,
      double validationFraction,
      double testFraction,
      long seed,
      String delimiter) {
    return new CsvConfig(
        file,
        targets,
        List.of(),
        List.of(),
        List.of(),
        CategoryEncoding.ONE_HOT,
        missing,
        labelSeparator,
        noLabels,
        "",
        "",
        splitColumn,
        validationFraction,
        testFraction,
        seed,
        delimiter,
        "\"",
        true);
  }
}
