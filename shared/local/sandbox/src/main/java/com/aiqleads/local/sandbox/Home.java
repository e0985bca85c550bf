package com.aiqleads.local.sandbox;

import java.time.LocalDate;

/// A home for sale by its owner, as it is advertised on one site or on several.
record Home(
    int number,
    Place place,
    Rooms rooms,
    int priceDollars,
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

  private static final int METROS = Metro.values().length;

  Home by(Seller other, Owner by) {
    return new Home(
        number, place, rooms, priceDollars, listedOn, by, description, channel, flaw, other);
  }

  /// In words of the seller's own.
  Home tricky(Trick trick, String prose) {
    return by(new Seller(trick, prose, seller.pictured(), seller.account()), owner);
  }

  Home priced(int dollars) {
    return new Home(
        number, place, rooms, dollars, listedOn, owner, description, channel, flaw, seller);
  }

  Home listed(LocalDate day) {
    return new Home(
        number, place, rooms, priceDollars, day, owner, description, channel, flaw, seller);
  }

  /// The same rooms, only at another address.
  Home like(Home other) {
    return new Home(
        number,
        place,
        other.rooms,
        priceDollars,
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
        number, place, rooms, priceDollars, listedOn, owner, text, channel, flaw, seller);
  }

  /// What is said on a site that shows all of it.
  String fullDescription() {
    return description + " " + seller.prose();
  }

  SiteIds ids() {
    return new SiteIds(number);
  }

  /// Of the home that the photos show.
  SiteIds picturedIds() {
    return new SiteIds(seller.pictured());
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
}
