package com.aiqleads.acquisition.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An advertisement as its site shows it; 0 where it says nothing.
///
/// @param home which it means: the label
/// @param exactness 0 for the roof, 1 for the street, 2 for the middle of the ZIP code
public record Written(
    int home,
    String site,
    String number,
    String street,
    String city,
    String state,
    String zip,
    double latitude,
    double longitude,
    int exactness,
    @Nullable String seller,
    List<String> phones,
    List<String> emails,
    String kind,
    int bedrooms,
    double bathrooms,
    int areaSqft,
    int yearBuilt,
    long price,
    List<String> photos,
    @Nullable String mlsNumber,
    long day) {}
