package com.aiqleads.acquisition.deleting;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The archives of lists as they came, kept for some days: a run that is killed while it reads one
/// can begin again.
public interface KeptLists {

  /// Some rows of an archive.
  ///
  /// @param withdrawn rows of requests that somebody has taken back
  record Rows(List<DeletionRequest> asked, List<DeletionRequest> withdrawn) {
    public Rows {
      asked = List.copyOf(asked);
      withdrawn = List.copyOf(withdrawn);
    }
  }

  void keep(PullId pull, Path archive);

  List<PullId> pulls();

  /// Hands over all rows, some at a time.
  void read(PullId pull, Consumer<Rows> reader);
}
