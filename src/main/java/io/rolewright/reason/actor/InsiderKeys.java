package io.rolewright.reason.actor;

import io.rolewright.reason.formula.Formula;

/**
 * What a user or role session of a known account has a say in: his organisation and network may be
 * such as the policy asks, and whatever else can be in his requests is as he likes.
 */
final class InsiderKeys implements Say {

  @Override
  public Formula of(Key key) {
    return switch (key.name()) {
      case "aws:multifactorauthage" -> key.only(OutsiderKeys.MFA_AGES);
      case "aws:viaawsservice" -> key.only("false");
      default -> Typed.isChosen(key.name()) ? Typed.of(key) : key.free();
    };
  }
}
