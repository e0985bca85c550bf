package com.aiqleads.acquisition.hiring;

import org.jspecify.annotations.Nullable;

/// Who hires, as one posting says.
///
/// @param pageUrl the company's page on the board
/// @param handle the name of that page, by which the board knows the company
public record Employer(@Nullable String name, @Nullable String pageUrl, @Nullable String handle) {}
