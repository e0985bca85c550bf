package com.aiqleads.acquisition.lineage;

/// What a parse of a listing means for what was known before.
public sealed interface Succession {

  /// Something later is known already.
  record Outdated() implements Succession {}

  record Kept(Lineage lineage) implements Succession {}

  /// The listing costs something else than when its page was seen before.
  record Repriced(Lineage lineage, SeenPrice before, SeenPrice now) implements Succession {}
}
