/** The backbone {@code encoder-decoder}, with a feature for every pixel. */
package org.mtlbench.architectures.encoderdecoder;
