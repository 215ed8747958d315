/**
 * CloudFormation and SAM templates, JSON and YAML, to the model.
 *
 * <p>Start with {@link io.rolewright.parse.cloudformation.CloudFormation}. A template is read once
 * per <em>world</em>: an assignment of truth values to the comparisons its conditions rest on. In
 * one world {@code Resolver} replaces every intrinsic function, tree to tree; what stays open
 * becomes an unknown piece of text. {@code Worlds} finds the worlds by asking: only comparisons
 * that were really needed are told apart.
 */
package io.rolewright.parse.cloudformation;
