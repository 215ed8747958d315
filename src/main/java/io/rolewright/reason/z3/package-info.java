/**
 * A second opinion by Z3: on literals that {@code reason.solve} leaves open, and on its answers. Z3
 * runs in a process of its own, since it crashes, hangs and ignores its own limits at times;
 * nothing of it is loaded before the first question. Only this package knows Z3, and no policies.
 */
package io.rolewright.reason.z3;
