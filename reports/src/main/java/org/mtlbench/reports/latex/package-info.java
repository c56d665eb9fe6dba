/**
 * LaTeX with booktabs: documents that compile as they are with pdfLaTeX, XeLaTeX and LuaLaTeX, and
 * whose tables can be cut out.
 */
package org.mtlbench.reports.latex;
