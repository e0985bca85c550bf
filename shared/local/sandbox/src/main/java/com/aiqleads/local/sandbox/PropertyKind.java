package com.aiqleads.local.sandbox;

/// What is for sale, in the words of each site.
enum PropertyKind {
  HOUSE("Single Family", "SingleFamilyResidence", "house", 1_100, 3_600),
  CONDO("Condominium", "Condominium", "condo", 520, 1_900),
  TOWNHOUSE("Townhouse", "Townhouse", "townhouse", 900, 2_400),
  MULTI_FAMILY("Multi-Family", "MultiFamily", "duplex", 1_600, 4_800);

  final String fsboWords;
  final String byOwnerWords;
  final String craigslistWords;
  final int minSquareFeet;
  final int maxSquareFeet;

  PropertyKind(
      String fsboWords,
      String byOwnerWords,
      String craigslistWords,
      int minSquareFeet,
      int maxSquareFeet) {
    this.fsboWords = fsboWords;
    this.byOwnerWords = byOwnerWords;
    this.craigslistWords = craigslistWords;
    this.minSquareFeet = minSquareFeet;
    this.maxSquareFeet = maxSquareFeet;
  }
}
