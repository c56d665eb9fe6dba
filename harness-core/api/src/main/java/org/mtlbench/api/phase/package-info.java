/**
 * Phases of a method: their plan, budgets, epoch reports, and artefacts shared by several cells.
 */
package org.mtlbench.api.phase;
