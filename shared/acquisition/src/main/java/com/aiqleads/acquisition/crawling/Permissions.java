package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import java.util.List;
import java.util.Set;

/// What may be crawled now. Asked once for each run, so that what people decide counts from the
/// next one on; approvals that end do so in the middle of a run.
public interface Permissions {

  Approval approval(SourcePolicy policy);

  List<Market> markets(SourcePolicy policy);

  /// What of the source's pages must not be taken, by name.
  default Set<String> withheld(String source) {
    return Set.of();
  }

  /// As the policies and markets themselves say.
  static Permissions of(Sources sources) {
    return new Permissions() {
      @Override
      public Approval approval(SourcePolicy policy) {
        return policy.approval();
      }

      @Override
      public List<Market> markets(SourcePolicy policy) {
        return sources.markets();
      }
    };
  }
}
