/** Fixed inputs of a single training step, for unit tests of methods. */
package org.mtlbench.testkit.given;
