package org.mtlbench.reports.published;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.mtlbench.results.run.PlannedCell;

/**
 * A published table of results.
 *
 * @param citation source of the table
 * @param rows rows in the order of the table
 */
public record PublishedFigures(String citation, List<PublishedRow> rows) {
  private static final String TABLE = "hotegni-2024-table1.csv";

  /** Makes a defensive copy of the list. */
  public PublishedFigures {
    rows = List.copyOf(rows);
  }

  /** Table I of Hotegni et al. 2024. */
  public static PublishedFigures tableOne() {
    CsvSchema header = CsvSchema.emptySchema().withHeader();
    try (InputStream in = PublishedFigures.class.getResourceAsStream(TABLE);
        MappingIterator<PublishedRow> rows =
            new CsvMapper().readerFor(PublishedRow.class).with(header).readValues(in)) {
      return new PublishedFigures(
          "Table I of Hotegni et al., IJCNN 2024, arXiv 2308.12243", rows.readAll());
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE, e);
    }
  }

  /** The published row that corresponds to a cell. */
  public Optional<PublishedRow> of(PlannedCell cell, String preference) {
    return rows.stream().filter(row -> row.matches(cell, preference)).findFirst();
  }
}
