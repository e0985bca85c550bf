package com.aiqleads.acquisition.proposing;

/// What a model says, believed by nobody yet.
///
/// @param model which one it was
public record Proposed<T>(T value, String model) {}
