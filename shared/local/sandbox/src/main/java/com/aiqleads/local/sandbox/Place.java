package com.aiqleads.local.sandbox;

/// Where a home stands.
///
/// @param unit empty for a house
record Place(
    Metro metro,
    ZipArea area,
    int houseNumber,
    Street street,
    String unit,
    double latitude,
    double longitude) {}
