package com.aiqleads.platform.signin;

import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.AccessToken;
import com.aiqleads.platform.Act;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.AuditEntry;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.SecondFactorRule;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.TokenSigner;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/// An API key for a token of fifteen minutes, which allows what the key says as far as its maker
/// may do so now: a key is no way to keep a right that was taken away.
@Singleton
final class ExchangeKey {

  /// A token for a program.
  record Exchanged(AccessToken access, Set<Scope> scopes) {}

  private final ApiKeys keys;
  private final Members members;
  private final SecondFactors factors;
  private final AuditTrail trail;
  private final TokenSigner signer;
  private final InstantSource clock;

  ExchangeKey(
      ApiKeys keys,
      Members members,
      SecondFactors factors,
      AuditTrail trail,
      TokenSigner signer,
      InstantSource clock) {
    this.keys = keys;
    this.members = members;
    this.factors = factors;
    this.trail = trail;
    this.signer = signer;
    this.clock = clock;
  }

  /// Empty for a key that is unknown, wrong, over or revoked, and when its maker has left.
  Optional<Exchanged> exchange(ApiKeySecret presented) {
    Instant now = clock.instant();
    Optional<Exchanged> exchanged =
        keys.use(presented, now)
            .flatMap(
                key ->
                    members.find(key.team(), key.maker()).map(maker -> exchange(key, maker, now)));
    if (exchanged.isEmpty()) {
      keys.maker(presented.id()).ifPresent(maker -> write(maker, Act.API_KEY_REFUSED, presented));
    }
    return exchanged;
  }

  private void write(SessionOwner maker, Act act, ApiKeySecret presented) {
    trail.add(AuditEntry.of(maker, act, presented.id().text(), clock.instant()));
  }

  private Exchanged exchange(ApiKey key, Membership maker, Instant now) {
    Set<Scope> scopes = key.usable(Role.scopesOf(usable(maker)));
    trail.add(
        AuditEntry.of(maker.owner(), Act.API_KEY_EXCHANGED, key.id().text(), now).by(key.id()));
    return new Exchanged(signer.sign(AccessClaims.of(key, scopes, now)), scopes);
  }

  private Set<Role> usable(Membership maker) {
    return SecondFactorRule.isForced(maker.roles())
        ? SecondFactorRule.usable(maker.roles(), factors.of(maker.user().id()))
        : maker.roles();
  }
}
