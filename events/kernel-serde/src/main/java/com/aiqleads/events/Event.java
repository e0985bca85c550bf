package com.aiqleads.events;

/// A fact in the past tense that other functions act on. The simple name of its record is its name
/// on the wire; a trailing `V2` says that it is the second version of its schema.
public interface Event {}
