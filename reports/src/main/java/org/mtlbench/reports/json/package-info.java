/** JSON Lines for scripts. */
package org.mtlbench.reports.json;
