package com.aiqleads.local.sandbox;

/// What a home is like, wherever it stands.
///
/// @param lotSquareFeet 0 where no ground belongs to it
record Rooms(
    PropertyKind kind,
    int bedrooms,
    double bathrooms,
    int squareFeet,
    int lotSquareFeet,
    int yearBuilt) {}
