/** Figures that papers print, to stand beside measured ones. */
package org.mtlbench.reports.published;
