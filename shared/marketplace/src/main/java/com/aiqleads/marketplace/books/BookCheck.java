package com.aiqleads.marketplace.books;

import java.time.Instant;

/// That somebody looked: how many faults there were, and how far the chain went.
public record BookCheck(Instant at, Link chain, int faults) {}
