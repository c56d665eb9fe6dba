/**
 * Contract tests of plugins: one abstract class per kind of plugin. Extend the matching class,
 * provide the plugin and its properties, and JUnit runs the inherited tests. The problems are
 * small; a contract takes a second or two.
 */
package org.mtlbench.testkit.contract;
