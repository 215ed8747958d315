/**
 * Account exports: what {@code aws iam get-account-authorization-details} and its smaller kin
 * print, as JSON or YAML.
 *
 * <p>Start with {@link io.rolewright.parse.account.AccountExport}. Roles, users and groups come out
 * with the documents of their managed policies joined to them. May use the data tree and the policy
 * reader.
 */
package io.rolewright.parse.account;
