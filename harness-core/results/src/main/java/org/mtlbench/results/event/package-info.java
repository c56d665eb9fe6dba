/**
 * Events that a cell reports while it runs, as JSON Lines ({@code events/<id>.jsonl}), optionally
 * compressed ({@code events/<id>.jsonl.gz}).
 */
package org.mtlbench.results.event;
