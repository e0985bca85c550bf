package com.aiqleads.marketplace.books;

/// What all accounts of a kind hold together; less than nothing where more went out than came in.
public record AccountSum(String kind, String currency, long minorUnits) {}
