/**
 * Small problems and networks that tests of plugins train and measure, without files and in a few
 * seconds.
 */
package org.mtlbench.testkit;
