package com.aiqleads.ai;

/// How many questions may still be asked, by all functions together: each costs money, also one
/// that fails. Taken right before a question is sent: what nobody is asked costs nothing. Whoever
/// cannot tell says that there is none.
public interface Allowance {

  boolean take();
}
