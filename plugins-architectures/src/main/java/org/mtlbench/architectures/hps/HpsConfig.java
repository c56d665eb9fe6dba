package org.mtlbench.architectures.hps;

/** Hard parameter sharing has no config keys. */
public record HpsConfig() {}
