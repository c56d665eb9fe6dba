/**
 * The contract test of launchers. It is here and not in the testkit, since the engine itself is
 * tested with the testkit.
 */
package org.mtlbench.launch.contract;
