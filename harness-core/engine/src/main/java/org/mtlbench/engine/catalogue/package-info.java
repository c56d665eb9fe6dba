/**
 * What the runner and commands may know of plugins and ask of them: data, never a plugin itself.
 * Here are the questions, their answers, and the answers of plugins that are loaded in this
 * process.
 */
package org.mtlbench.engine.catalogue;
