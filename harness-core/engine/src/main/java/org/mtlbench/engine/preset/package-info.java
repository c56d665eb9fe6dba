/** The matrices included in mtlbench. */
package org.mtlbench.engine.preset;
