/**
 * Questions about every request, not one: can this kind of caller get in at all?
 *
 * <p>The packages below go from texts ({@code reason.strings}) over formulas ({@code formula},
 * {@code solve}, with {@code z3} for a second opinion) and policies as formulas ({@code encode}) to
 * properties of policies ({@code property}), those who may try to assume a role ({@code actor}),
 * readable lists of what is allowed ({@code access}) and chains of roles ({@code estate}). Here is
 * what they share: how strangers and their tokens are called. May use {@code simulate}, {@code
 * catalog}, {@code model} and {@code source}.
 */
package io.rolewright.reason;
