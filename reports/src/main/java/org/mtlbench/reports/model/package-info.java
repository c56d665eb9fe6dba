/**
 * Tables and documents that no format owns: plain texts, typed numbers, marks, flags and footnotes.
 * The packages {@code tables} and {@code document} fill them; each format escapes the texts in its
 * own way and decides how marks look.
 */
package org.mtlbench.reports.model;
