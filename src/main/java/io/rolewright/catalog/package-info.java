/**
 * What AWS is, as dated data: actions, resource types, condition keys, service principals, identity
 * issuers, quotas, managed policies.
 *
 * <p>Start with {@link io.rolewright.catalog.Catalog} for everything in AWS's service authorization
 * reference; it comes from one generated resource ({@code docs/catalogue.md} says how). The rest,
 * such as {@link io.rolewright.catalog.ServicePrincipals}, is written by hand in small tables that
 * carry a date and, for each row, where it was read. Knows no policies.
 */
package io.rolewright.catalog;
