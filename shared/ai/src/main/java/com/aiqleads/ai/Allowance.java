package com.aiqleads.ai;

/// How many questions may still be asked, by all functions together: each costs money. Whoever
/// cannot tell says that there is none.
public interface Allowance {

  boolean take();
}
