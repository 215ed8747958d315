/**
 * Tables of cases: requests, documents and calls, each with the answer it should have. {@link
 * io.rolewright.analyze.cases.CaseTable} reads and decides them.
 */
package io.rolewright.analyze.cases;
