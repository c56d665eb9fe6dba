package org.mtlbench.cli.watch;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.run.PlannedCell;

/**
 * A cell that has begun and has no record.
 *
 * @param cell the cell
 * @param lastEpoch the last epoch of the current attempt, if one has ended
 * @param share completed share of its epochs, 0 to 1
 * @param secondsLeft remaining time; empty before the first epoch
 * @param quiet time since one of its files has changed
 * @param silent whether that is long enough to doubt that a worker trains it: the worker was
 *     stopped or waits to be started again, it hangs, or its machine has failed
 */
public record RunningCell(
    PlannedCell cell,
    Optional<Event.EpochEnded> lastEpoch,
    double share,
    OptionalDouble secondsLeft,
    Duration quiet,
    boolean silent) {}
