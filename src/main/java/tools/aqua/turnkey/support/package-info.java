/** One class that Z3's Java bindings expect under this name, and nothing else. */
package tools.aqua.turnkey.support;
