package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Permissions;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What people have decided, asked for anew by every run.
public record BookedPermissions(SourceBook book, InstantSource clock) implements Permissions {

  @Override
  public Approval approval(SourcePolicy policy) {
    return permit(policy)
        .map(permit -> permit.approval(clock.instant()))
        .orElseGet(Approval.NotApproved::new);
  }

  @Override
  public List<Market> markets(SourcePolicy policy) {
    Duration least = permit(policy).map(Permit::cadence).orElse(Permit.MAX_CADENCE);
    return CrawledSite.find(policy.source()).stream()
        .flatMap(source -> book.targets(source).stream())
        .filter(SearchTarget::active)
        .map(target -> new Market(target.market(), target.place(), max(least, target.cadence())))
        .toList();
  }

  @Override
  public Set<String> withheld(String source) {
    return CrawledSite.find(source)
        .flatMap(book::permit)
        .map(Withholding::of)
        .orElse(Withholding.NOTHING)
        .names();
  }

  private Optional<Permit> permit(SourcePolicy policy) {
    return CrawledSite.find(policy.source()).flatMap(book::permit);
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
