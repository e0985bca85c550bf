package com.aiqleads.local.sandbox;

/// What is for sale, in the words of each site.
enum PropertyKind {
  HOUSE("Single Family", "SingleFamilyResidence", 1_100, 3_600),
  CONDO("Condominium", "Condominium", 520, 1_900),
  TOWNHOUSE("Townhouse", "Townhouse", 900, 2_400),
  MULTI_FAMILY("Multi-Family", "MultiFamily", 1_600, 4_800);

  final String fsboWords;
  final String byOwnerWords;
  final int minSquareFeet;
  final int maxSquareFeet;

  PropertyKind(String fsboWords, String byOwnerWords, int minSquareFeet, int maxSquareFeet) {
    this.fsboWords = fsboWords;
    this.byOwnerWords = byOwnerWords;
    this.minSquareFeet = minSquareFeet;
    this.maxSquareFeet = maxSquareFeet;
  }
}
