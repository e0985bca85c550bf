package com.aiqleads.acquisition.contacting;

import com.aiqleads.acquisition.suppression.SuppressionKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The ledger of consent. It only grows; who it is stands there as a keyed hash.
public interface Consents {

  void enter(Consent consent);

  /// Of one person, the oldest first.
  List<Consent> of(SuppressionKey who);

  /// The channels that a person agreed to and did not take back since.
  default Set<Channel> given(SuppressionKey who) {
    return standing(of(who));
  }

  /// What is left of one person's lines, the oldest first.
  static Set<Channel> standing(List<Consent> ledger) {
    Set<Channel> given = EnumSet.noneOf(Channel.class);
    for (Consent consent : ledger) {
      switch (consent.act()) {
        case GIVEN -> given.add(consent.channel());
        case REVOKED -> given.remove(consent.channel());
      }
    }
    return given;
  }
}
