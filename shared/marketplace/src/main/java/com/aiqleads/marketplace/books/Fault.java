package com.aiqleads.marketplace.books;

/// Something that must never be.
///
/// @param rule a sentence that is not true any more
/// @param what the id of the row that says otherwise
public record Fault(String rule, String what) {}
