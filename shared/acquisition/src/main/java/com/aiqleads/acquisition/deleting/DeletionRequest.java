package com.aiqleads.acquisition.deleting;

import com.aiqleads.acquisition.suppression.ListedHash;
import org.jspecify.annotations.Nullable;

/// One row of a list.
///
/// @param workItem by which it is answered
/// @param file the list that it stood on, by which it is answered, too
/// @param who missing on lists of what nobody here keeps: dates of birth, devices, cars
public record DeletionRequest(String workItem, String file, @Nullable ListedHash who) {}
