package com.aiqleads.acquisition.crawling;

/// A market as we call it, and as the sites' search fields do.
public record Market(String market, String place) {}
