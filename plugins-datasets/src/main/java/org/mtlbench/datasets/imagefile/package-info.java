/**
 * Image files: decoding within limits, resizing, and a store for thousands of decoded images in
 * one file.
 */
package org.mtlbench.datasets.imagefile;
