/**
 * The bundle of methods. Each package below holds one method: its plugin, and, if the method is a
 * function of gradients, that function for programs with their own training loop:
 *
 * <pre>{@code
 * double[] weights = UpGrad.weights(gramian);
 * }</pre>
 *
 * <p>Functions of gradients take the Gramian G = J J' of the T task gradients with respect to the
 * shared parameters, T x T in double precision: {@code gramian[s][t]} is the inner product of the
 * gradients of tasks s and t. They return T weights w; the update direction of the shared
 * parameters is -J'w, where J'w is the weighted sum of the task gradients. The update of
 * task-specific parameters is described in the documentation of the plugins.
 *
 * <p>The functions have no state, do not change their arguments, return the same bits for the same
 * arguments, and are thread-safe; functions with random draws advance the given generator. Gradient
 * norms from 1e-15 to 1e15 and zero gradients are supported. A Gramian that is empty, not square or
 * not symmetric, holds a number that is NaN, infinite or, on the diagonal, negative, or an inner
 * product that is larger than the product of the two lengths, is rejected with an {@link
 * java.lang.IllegalArgumentException} that names the entry.
 */
package org.mtlbench.methods;
