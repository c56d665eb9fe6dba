/** Small problems and networks for tests of plugins: no files needed, trained in a few seconds. */
package org.mtlbench.testkit;
