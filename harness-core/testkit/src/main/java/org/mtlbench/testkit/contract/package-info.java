/**
 * What every plugin promises, as tests to extend: one abstract class a kind of plugin. A test class
 * of yours extends the one that fits, names the plugin and states what only you can know; JUnit
 * runs the rest. All of them work on problems so small that a contract takes a second or two.
 */
package org.mtlbench.testkit.contract;
