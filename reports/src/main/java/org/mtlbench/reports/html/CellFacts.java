package org.mtlbench.reports.html;

import static j2html.TagCreator.div;

import j2html.tags.DomContent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.Measure;
import org.mtlbench.results.ParametersRecord;
import org.mtlbench.results.ProvenanceRecord;

/** Summary values and provenance of a cell. */
final class CellFacts {
  private CellFacts() {}

  static DomContent results(CellRecord cell) {
    FactList size = new FactList("Sparsity and size");
    cell.sparsity()
        .ifPresent(
            s ->
                size.add("SR", percent(s.sr()))
                    .add("CR", NumberFormats.decimals(s.cr()))
                    .add("PS", NumberFormats.decimals(s.ps()))
                    .add("SR by parameters", percent(s.parameterSr()))
                    .add(
                        "Rows",
                        s.rows() + ", " + s.zeroRows() + " zero, " + s.uniqueRows() + " distinct"));
    Measure.TARGET_SPARSITY_MET
        .find(cell.measures())
        .ifPresent(met -> size.add("Minimum SR reached", met > 0 ? "yes" : "no"));
    cell.parameters()
        .ifPresent(p -> size.add("Parameters", p.total() + ", " + p.nonzero() + " not zero"));
    size.add("Checksum of parameters", cell.parameters().flatMap(ParametersRecord::checksum));
    FactList effort = new FactList("Time and memory");
    cell.seconds()
        .ifPresent(
            s ->
                effort
                    .add("Main training", minutes(s.main()))
                    .add("Search", minutes(s.search()))
                    .add("Total", minutes(s.total())));
    effort
        .add("Epoch", Measures.secondsPerEpoch(cell).map(s -> NumberFormats.decimals(s) + " s"))
        .add(
            "Peak memory", Measures.peakMegabytes(cell).map(m -> NumberFormats.decimals(m) + " MB"))
        .add("Slots", Integer.toString(cell.execution().slots()))
        .add("Threads", Integer.toString(cell.execution().threads()))
        .add("Device", cell.execution().device());
    return div(size.render(), effort.render()).withClass("facts");
  }

  static DomContent provenance(CellRecord cell) {
    ProvenanceRecord from = cell.provenance();
    FactList facts =
        new FactList("Provenance")
            .add("Cell", cell.id())
            .add("Seed", Long.toString(cell.seed()))
            .add("Method", cell.method())
            .add("mtlbench", from.mtlbench())
            .add("Git", Optional.of(from.git().orElse("not recorded")))
            .add("Java", from.java())
            .add("System", from.os())
            .add("Engine", from.engine())
            .add("Device", cell.execution().device())
            .add("Started", from.started().toString())
            .add("Finished", from.finished().toString())
            .add("Provenance hash", from.hash());
    Map<String, String> plugins = new TreeMap<>();
    from.plugins().forEach((id, origin) -> plugins.put("Plugin " + id, origin));
    Map<String, String> data = new TreeMap<>();
    from.dataChecksums().forEach((file, sum) -> data.put("Data " + file, sum));
    return facts.addAll(plugins).addAll(data).render();
  }

  private static String percent(double fraction) {
    return NumberFormats.decimals(100 * fraction) + " %";
  }

  private static String minutes(double seconds) {
    return NumberFormats.decimals(seconds / 60) + " min";
  }
}
