package com.aiqleads.acquisition.matching;

/// What of two advertisements is compared. Each gives at most one piece of evidence, none if one
/// of them is silent.
public enum Feature {
  STREET,
  UNIT,
  PLACE,
  PHONE,
  EMAIL,
  ROOMS,
  BATHS,
  AREA,
  YEAR,
  PRICE,
  TYPE,
  PHOTOS,
  MLS_NUMBER
}
