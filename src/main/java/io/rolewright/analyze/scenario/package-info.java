/** Scenario files: a caller, the STS calls he makes, and what the last session is asked to do. */
package io.rolewright.analyze.scenario;
