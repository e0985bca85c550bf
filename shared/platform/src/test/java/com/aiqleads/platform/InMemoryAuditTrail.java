package com.aiqleads.platform;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

public final class InMemoryAuditTrail implements AuditTrail {

  private static final Comparator<AuditEntry> OLDEST_FIRST =
      Comparator.comparing(AuditEntry::at).thenComparing(entry -> entry.id().toString());

  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  @Override
  public void add(AuditEntry entry) {
    entries.add(entry);
  }

  @Override
  public List<AuditEntry> of(TeamId team, UserId person, Before before) {
    return older(before).stream()
        .filter(entry -> entry.team().equals(team) && entry.person().equals(person))
        .limit(PAGE)
        .toList();
  }

  @Override
  public List<AuditEntry> of(TeamId team, Before before) {
    return older(before).stream().filter(entry -> entry.team().equals(team)).limit(PAGE).toList();
  }

  public List<Act> acts() {
    return entries.stream().map(AuditEntry::act).toList();
  }

  private List<AuditEntry> older(Before before) {
    return entries.stream()
        .filter(entry -> isOlder(entry, before))
        .sorted(OLDEST_FIRST.reversed())
        .toList();
  }

  private static boolean isOlder(AuditEntry entry, Before before) {
    int time = entry.at().compareTo(before.at());
    return time < 0 || (time == 0 && entry.id().toString().compareTo(before.id().toString()) < 0);
  }
}
