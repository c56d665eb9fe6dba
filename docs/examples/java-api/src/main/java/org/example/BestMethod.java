package org.example;

import java.nio.file.Path;
import org.mtlbench.engine.Benchmark;
import org.mtlbench.reports.RunReport;

public final class BestMethod {
  public static void main(String[] arguments) throws Exception {
    Path out = Path.of("target", "run");
    Benchmark.read(Path.of("compare.yaml")).out(out).run();
    RunReport report = RunReport.read(out);
    report.write(out);
    report.best("multimnist-synthetic").ifPresent(System.out::println);
  }
}
