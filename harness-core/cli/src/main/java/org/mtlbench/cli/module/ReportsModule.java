package org.mtlbench.cli.module;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import org.mtlbench.reports.ReportFormat;

/** Binds the report formats to their names on the command line. */
public final class ReportsModule extends AbstractModule {
  @Override
  protected void configure() {
    MapBinder<String, ReportFormat> formats =
        MapBinder.newMapBinder(binder(), String.class, ReportFormat.class);
    for (ReportFormat format : ReportFormat.values()) {
      formats.addBinding(format.word()).toInstance(format);
    }
  }
}
