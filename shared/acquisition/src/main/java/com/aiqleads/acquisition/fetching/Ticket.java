package com.aiqleads.acquisition.fetching;

/// What a turn is known by, from its grant to its end.
public record Ticket(String site, Pace pace, String id) {}
