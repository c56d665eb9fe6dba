/**
 * The report as one HTML page that needs no network: styles, script and charts are inside. Texts of
 * any origin go through j2html, which escapes them; a content security policy lets nothing run but
 * the page's own script and nothing be fetched at all.
 */
package org.mtlbench.reports.html;
