package org.mtlbench.cli.doctor;

import java.nio.file.Path;
import java.util.Optional;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.device.DeviceRequest;

/**
 * The resources available to a run.
 *
 * @param plugins available plugins
 * @param access location of the data
 * @param out the run folder, which need not exist
 * @param slots number of cells that run at the same time
 * @param request the requested devices
 * @param prepared the plan; empty if no matrix was given
 */
public record DiagnosticContext(
    Plugins plugins,
    DataAccess access,
    Path out,
    int slots,
    DeviceRequest request,
    Optional<Preparation.Prepared> prepared) {}
