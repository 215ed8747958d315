/** Makes what docs/performance.md measures with; no tests. */
package io.rolewright.bench;
