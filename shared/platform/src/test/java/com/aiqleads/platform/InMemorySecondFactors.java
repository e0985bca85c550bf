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
  private final Map<UserId, Set<String>> codes = new HashMap<>();

  @Override
  public synchronized SecondFactor of(UserId user) {
    return factors.getOrDefault(user, new None());
  }

  @Override
  public synchronized boolean offer(UserId user, TotpSecret secret) {
    boolean free = !(of(user) instanceof Enrolled);
    if (free) {
      factors.put(user, new Offered(secret));
    }
    return free;
  }

  @Override
  public synchronized boolean enrol(
      UserId user, long step, List<RecoveryCode> fresh, FamilyId session) {
    if (!(of(user) instanceof Offered(TotpSecret secret))) {
      return false;
    }
    Set<String> digests = new HashSet<>();
    fresh.forEach(code -> digests.add(code.fingerprint()));
    codes.put(user, digests);
    factors.put(user, new Enrolled(secret, step, digests.size(), Optional.of(session)));
    return true;
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
    codes.remove(user);
  }
}
