/**
 * The bundle of methods. Each package below holds one method: its plugin, and, where the method is
 * a function, that function for programs with a training loop of their own:
 *
 * <pre>{@code
 * double[] weights = UpGrad.weights(gramian);
 * }</pre>
 *
 * <p>Functions of gradients take the Gramian G = J J' of the T task gradients with respect to the
 * shared parameters, T x T in double precision: {@code gramian[s][t]} is the inner product of the
 * gradients of tasks s and t. They give T weights w, and the shared parameters move against J'w,
 * the sum of the task gradients times their weights. How parameters of one task alone move is not
 * theirs to say; the plugins' documentation does.
 *
 * <p>All of them are pure: they keep no state, leave their arguments as they are, give the same
 * bits for the same arguments, and may be called from several threads; those that draw take the
 * generator and advance it. Any scale of the gradients from 1e-15 to 1e15 will do, zero gradients
 * too. A Gramian that is empty, not square or not symmetric, holds a number that is NaN, infinite
 * or, on the diagonal, negative, or an inner product that is larger than the product of the two
 * lengths, is rejected with an {@link java.lang.IllegalArgumentException} that names the entry.
 */
package org.mtlbench.methods;
