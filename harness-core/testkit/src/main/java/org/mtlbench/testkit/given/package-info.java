/** What a method is handed in a training step, made by hand: tests of single steps start here. */
package org.mtlbench.testkit.given;
