package org.mtlbench.engine.plan;

import java.util.List;
import org.mtlbench.engine.plugins.Configured;

/**
 * A cell without its seed: a row of a table.
 *
 * @param seeds the row's own seeds; empty for the matrix's
 */
record Row(
    Configured.Dataset<?> dataset,
    Configured.Architecture<?> architecture,
    RowMethod method,
    List<Long> seeds) {}
