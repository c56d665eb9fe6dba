package org.mtlbench.engine.plan;

import java.util.List;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;

/**
 * A cell without its seed: a row of a table.
 *
 * @param networks of the architecture on the dataset
 * @param seeds the row's own seeds; empty for the matrix's
 */
record Row(
    Configured.Dataset<?> dataset,
    Configured.Architecture<?> architecture,
    NetworkFactory networks,
    RowMethod method,
    List<Long> seeds) {}
