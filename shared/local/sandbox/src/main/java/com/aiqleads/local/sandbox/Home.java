package com.aiqleads.local.sandbox;

import java.time.LocalDate;

/// A home for sale by its owner, on one site or on both. `unit` is empty for a house.
record Home(
    int number,
    Metro metro,
    ZipArea area,
    int houseNumber,
    Street street,
    String unit,
    PropertyKind kind,
    int bedrooms,
    double bathrooms,
    int squareFeet,
    int lotSquareFeet,
    int yearBuilt,
    int priceDollars,
    double latitude,
    double longitude,
    LocalDate listedOn,
    Owner owner,
    String description,
    Channel channel,
    Flaw flaw,
    Seller seller) {

  enum Channel {
    FSBO,
    FOR_SALE_BY_OWNER,
    BOTH
  }

  private static final int FIRST_FSBO_ID = 546_000;
  private static final int FIRST_BY_OWNER_ID = 24_300_000;
  private static final int BY_OWNER_STEP = 7;
  private static final long FIRST_CRAIGSLIST_ID = 7_890_000_000L;
  private static final long CRAIGSLIST_STEP = 13;
  private static final long FIRST_ZILLOW_ID = 43_000_000;
  private static final long ZILLOW_STEP = 11;
  private static final long FIRST_FACEBOOK_ID = 870_000_000_000_000L;
  private static final long FACEBOOK_STEP = 17;
  private static final int METROS = Metro.values().length;

  Home by(Seller other, Owner by) {
    return new Home(
        number,
        metro,
        area,
        houseNumber,
        street,
        unit,
        kind,
        bedrooms,
        bathrooms,
        squareFeet,
        lotSquareFeet,
        yearBuilt,
        priceDollars,
        latitude,
        longitude,
        listedOn,
        by,
        description,
        channel,
        flaw,
        other);
  }

  /// In words of the seller's own.
  Home tricky(Trick trick, String prose) {
    return by(new Seller(trick, prose, seller.pictured(), seller.account()), owner);
  }

  Home priced(int dollars) {
    return new Home(
        number,
        metro,
        area,
        houseNumber,
        street,
        unit,
        kind,
        bedrooms,
        bathrooms,
        squareFeet,
        lotSquareFeet,
        yearBuilt,
        dollars,
        latitude,
        longitude,
        listedOn,
        owner,
        description,
        channel,
        flaw,
        seller);
  }

  Home listed(LocalDate day) {
    return new Home(
        number,
        metro,
        area,
        houseNumber,
        street,
        unit,
        kind,
        bedrooms,
        bathrooms,
        squareFeet,
        lotSquareFeet,
        yearBuilt,
        priceDollars,
        latitude,
        longitude,
        day,
        owner,
        description,
        channel,
        flaw,
        seller);
  }

  /// The same rooms, only at another address.
  Home like(Home other) {
    return new Home(
        number,
        metro,
        area,
        houseNumber,
        street,
        unit,
        other.kind,
        other.bedrooms,
        other.bathrooms,
        other.squareFeet,
        other.lotSquareFeet,
        other.yearBuilt,
        priceDollars,
        latitude,
        longitude,
        listedOn,
        owner,
        description,
        channel,
        flaw,
        seller);
  }

  /// The number in the text is theirs, too.
  Home speakingOf(Owner by) {
    int call = description.indexOf(" Call or text ");
    String text =
        call < 0
            ? description
            : description.substring(0, call) + " Call or text " + by.phoneAs(number);
    return new Home(
        number,
        metro,
        area,
        houseNumber,
        street,
        unit,
        kind,
        bedrooms,
        bathrooms,
        squareFeet,
        lotSquareFeet,
        yearBuilt,
        priceDollars,
        latitude,
        longitude,
        listedOn,
        owner,
        text,
        channel,
        flaw,
        seller);
  }

  /// What is said on a site that shows all of it.
  String fullDescription() {
    return description + " " + seller.prose();
  }

  int fsboId() {
    return FIRST_FSBO_ID + number;
  }

  int byOwnerId() {
    return FIRST_BY_OWNER_ID + BY_OWNER_STEP * number;
  }

  /// Of each market about half; whoever sells without an agent tries more than one site.
  boolean onCraigslist() {
    return number / METROS % 20 < 11;
  }

  /// Of each market three of five, those of craigslist among them or not.
  boolean onZillow() {
    return number / METROS % 20 >= 8;
  }

  /// Advertised there by an agent, whoever else sells it elsewhere.
  boolean atAgentOnZillow() {
    return number / METROS % 20 < 3;
  }

  /// Of each market half, some of them on every other site as well.
  boolean onFacebook() {
    return number / METROS % 20 >= 5 && number / METROS % 20 < 15;
  }

  long facebookId() {
    return FIRST_FACEBOOK_ID + FACEBOOK_STEP * number;
  }

  long zillowId() {
    return FIRST_ZILLOW_ID + ZILLOW_STEP * number;
  }

  long craigslistId() {
    return FIRST_CRAIGSLIST_ID + CRAIGSLIST_STEP * number;
  }

  /// Never as on another site.
  String craigslistStreet() {
    return Spelling.number(number + 2).of(this);
  }

  /// Never as on craigslist.
  String facebookStreet() {
    return Spelling.number(number + 3).of(this);
  }

  boolean onFsbo() {
    return channel != Channel.FOR_SALE_BY_OWNER;
  }

  boolean onForSaleByOwner() {
    return channel != Channel.FSBO;
  }

  String fsboStreet() {
    return Spelling.number(number).of(this);
  }

  /// Never as on the other site.
  String byOwnerStreet() {
    return Spelling.number(number + 1).of(this);
  }

  int picturedFsboId() {
    return FIRST_FSBO_ID + seller.pictured();
  }

  long picturedCraigslistId() {
    return FIRST_CRAIGSLIST_ID + CRAIGSLIST_STEP * seller.pictured();
  }

  long picturedZillowId() {
    return FIRST_ZILLOW_ID + ZILLOW_STEP * seller.pictured();
  }

  long picturedFacebookId() {
    return FIRST_FACEBOOK_ID + FACEBOOK_STEP * seller.pictured();
  }
}
