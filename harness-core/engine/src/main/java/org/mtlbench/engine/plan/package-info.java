/**
 * Planning: expands a matrix into cells with stable ids, and checks every config against its plugin
 * and dataset.
 */
package org.mtlbench.engine.plan;
