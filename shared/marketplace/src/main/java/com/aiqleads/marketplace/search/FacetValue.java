package com.aiqleads.marketplace.search;

/// How many leads have a value, if every other choice stands.
public record FacetValue(String value, long count) {}
