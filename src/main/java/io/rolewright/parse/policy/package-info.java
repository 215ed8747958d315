/**
 * Policy documents: from the data tree to {@link io.rolewright.model.PolicyDocument}.
 *
 * <p>{@link io.rolewright.parse.policy.PolicyReader} reads a document wherever it was found, in its
 * own file, in a template or inside a string. It never refuses: what breaks the grammar becomes a
 * defect of the document, and the rest is read.
 */
package io.rolewright.parse.policy;
