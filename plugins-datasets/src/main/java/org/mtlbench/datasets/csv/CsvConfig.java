package org.mtlbench.datasets.csv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.datasets.table.CategoryEncoding;

/** Config of {@code csv}. */
public record CsvConfig(
    @ConfigKey(
            value = "the file with the table or the training rows",
            allowed = "a path, relative to the data folder")
        String file,
    @ConfigKey(
            value =
                "the tasks: from name to kind (classification, regression, multi-label) or to a"
                    + " mapping of kind and columns",
            allowed = "at least one task")
        Map<String, TargetSpec> targets,
    @ConfigKey(
            value = "feature columns; empty for all columns without another use",
            allowed = "a list of column names")
        List<String> features,
    @ConfigKey(value = "columns that are not used", allowed = "a list of column names")
        List<String> ignore,
    @ConfigKey(
            value = "numeric columns to treat as categorical",
            allowed = "a list of column names")
        List<String> categorical,
    @ConfigKey("encoding of categorical columns") CategoryEncoding categoryEncoding,
    @ConfigKey(
            value = "texts that mark a missing value, regardless of case",
            allowed = "a list of texts")
        List<String> missing,
    @ConfigKey(value = "separator between the labels in a cell", allowed = "a text")
        String labelSeparator,
    @ConfigKey(value = "text of a cell without labels", allowed = "a text") String noLabels,
    @ConfigKey(
            value = "the file with the validation rows; empty to split them from the table",
            allowed = "a path, relative to the data folder")
        String validationFile,
    @ConfigKey(
            value = "the file with the test rows; empty to split them from the table",
            allowed = "a path, relative to the data folder")
        String testFile,
    @ConfigKey(
            value =
                "the column with the split of each row (train, validation or test); empty for none",
            allowed = "a column name")
        String splitColumn,
    @ConfigKey(value = "fraction of the rows for validation", allowed = "above 0, below 1")
        double validationFraction,
    @ConfigKey(value = "fraction of the rows for testing", allowed = "above 0, below 1")
        double testFraction,
    @ConfigKey(value = "seed of the split, not of training", allowed = "any whole number")
        long seed,
    @ConfigKey(value = "separator between cells", allowed = "one character, or tab")
        String delimiter,
    @ConfigKey(
            value = "character that encloses cells with delimiters or line feeds",
            allowed = "one character")
        String quote,
    @ConfigKey(
            "whether the first line contains the names of the columns; they are column1, column2, ..."
                + " otherwise")
        boolean header) {
  private static final String TAB = "tab";

  /** Checks everything that can be checked without reading the files. */
  public CsvConfig {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    features = List.copyOf(features);
    ignore = List.copyOf(ignore);
    categorical = List.copyOf(categorical);
    missing = List.copyOf(missing);
    boolean byFile = !validationFile.isEmpty() || !testFile.isEmpty();
    Checks.start()
        .that(
            validationFraction > 0 && validationFraction < 1,
            "validation-fraction",
            validationFraction,
            "above 0, below 1")
        .that(
            testFraction > 0 && testFraction < 1, "test-fraction", testFraction, "above 0, below 1")
        .that(
            validationFraction + testFraction < 1,
            "test-fraction",
            testFraction,
            "less than 1 together with validation-fraction")
        .that(
            splitColumn.isEmpty() || !byFile,
            "split-column",
            splitColumn,
            "empty together with validation-file and test-file")
        .that(!labelSeparator.isEmpty(), "label-separator", "nothing", "a text")
        .that(
            delimiter.equals(TAB) || single(delimiter),
            "delimiter",
            "'" + delimiter + "'",
            "one character, or tab")
        .that(
            single(quote) && !quote.equals(delimiter),
            "quote",
            "'" + quote + "'",
            "one character other than the delimiter")
        .finish();
  }

  private static boolean single(String text) {
    return text.length() == 1 && text.charAt(0) != '\n' && text.charAt(0) != '\r';
  }

  /** The delimiter as a character. */
  char delimiterCharacter() {
    return delimiter.equals(TAB) ? '\t' : delimiter.charAt(0);
  }
}
