package com.aiqleads.acquisition.watching;

import com.aiqleads.kernel.PageId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/// What is known of every scope, as all functions see it.
public interface WatchBook {

  /// By name.
  List<Scope> scopes();

  /// [Watched#NOTHING] of a scope that nobody has looked at.
  Watched find(Scope scope);

  /// Changes it by one at a time; asked again, with what is there then, if another came between.
  void change(Scope scope, UnaryOperator<Watched> change);

  /// The same batch is kept once.
  void keep(Scope scope, BatchReport report);

  /// The newest last.
  List<BatchReport> reports(Scope scope, Instant since);

  void withhold(Scope scope, List<WithheldPage> pages);

  /// By the time when they were fetched.
  List<WithheldPage> withheld(Scope scope);

  void release(Scope scope, List<PageId> pages);
}
