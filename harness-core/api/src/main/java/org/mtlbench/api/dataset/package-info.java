/**
 * The API of datasets: splits, examples, and the source files of a dataset with their checksums.
 */
package org.mtlbench.api.dataset;
