package com.aiqleads.acquisition.watching;

import com.aiqleads.acquisition.parsing.Leaves;

/// A page, what its parser understood, and what else is to be seen on it.
public record Looked(String address, Sighting sighting, Leaves leaves) {}
