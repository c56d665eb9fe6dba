/**
 * LaTeX with booktabs: documents that compile without changes with pdfLaTeX, XeLaTeX and LuaLaTeX,
 * with tables that can be copied out.
 */
package org.mtlbench.reports.latex;
