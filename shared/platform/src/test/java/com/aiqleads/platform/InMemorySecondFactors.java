package com.aiqleads.platform;

import com.aiqleads.kernel.UserId;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactor.None;
import com.aiqleads.platform.SecondFactor.Offered;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class InMemorySecondFactors implements SecondFactors {

  private final Map<UserId, SecondFactor> factors = new HashMap<>();
  private final Map<UserId, TotpSecret> offers = new HashMap<>();
  private final Map<UserId, Set<String>> codes = new HashMap<>();

  @Override
  public synchronized SecondFactor of(UserId user) {
    return factors.getOrDefault(user, new None());
  }

  @Override
  public synchronized void offer(UserId user, TotpSecret secret) {
    offers.put(user, secret);
    factors.compute(user, (_, known) -> known instanceof Enrolled ? known : new Offered(secret));
  }

  @Override
  public synchronized Optional<TotpSecret> offered(UserId user) {
    return Optional.ofNullable(offers.get(user));
  }

  @Override
  public synchronized void enrol(
      UserId user, TotpSecret secret, long step, List<RecoveryCode> fresh, FamilyId session) {
    offers.remove(user);
    factors.put(user, new Enrolled(secret, step, fresh.size(), Optional.of(session)));
    replaceCodes(user, fresh);
  }

  @Override
  public synchronized void replaceCodes(UserId user, List<RecoveryCode> fresh) {
    Set<String> digests = new HashSet<>();
    fresh.forEach(code -> digests.add(code.fingerprint()));
    codes.put(user, digests);
    factors.computeIfPresent(user, (_, known) -> withCodes(known, digests.size()));
  }

  private static SecondFactor withCodes(SecondFactor known, int left) {
    return known
            instanceof Enrolled(TotpSecret secret, long step, int _, Optional<FamilyId> session)
        ? new Enrolled(secret, step, left, session)
        : known;
  }

  @Override
  public synchronized boolean use(UserId user, long step) {
    if (!(of(user)
            instanceof Enrolled(TotpSecret secret, long lastStep, int left, Optional<FamilyId> in))
        || step <= lastStep) {
      return false;
    }
    factors.put(user, new Enrolled(secret, step, left, in));
    return true;
  }

  @Override
  public synchronized boolean use(UserId user, RecoveryCode code) {
    Set<String> left = codes.getOrDefault(user, new HashSet<>());
    if (!left.remove(code.fingerprint())
        || !(of(user)
            instanceof Enrolled(TotpSecret secret, long lastStep, int _, Optional<FamilyId> in))) {
      return false;
    }
    factors.put(user, new Enrolled(secret, lastStep, left.size(), in));
    return true;
  }

  @Override
  public synchronized void remove(UserId user) {
    factors.remove(user);
    offers.remove(user);
    codes.remove(user);
  }
}
