package com.aiqleads.acquisition;

import com.aiqleads.kernel.GeoPoint;

/// Where a property is, and how exactly that is known.
public record Location(GeoPoint point, Accuracy accuracy) {}
