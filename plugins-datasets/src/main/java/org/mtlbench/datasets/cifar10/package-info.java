/** Reading CIFAR-10 in its binary version. */
package org.mtlbench.datasets.cifar10;
