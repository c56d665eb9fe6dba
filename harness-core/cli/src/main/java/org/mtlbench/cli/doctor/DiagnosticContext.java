package org.mtlbench.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.engine.catalogue.Plugins;

/**
 * What a run would have to work with.
 *
 * @param plugins those there are
 * @param access to data
 * @param out the run folder, which need not exist
 * @param slots cells at a time
 * @param prepared what is to be run; empty if no matrix was named
 */
public record DiagnosticContext(
    Plugins plugins,
    DataAccess access,
    Path out,
    int slots,
    Optional<Preparation.Prepared> prepared) {}
