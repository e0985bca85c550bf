package com.aiqleads.acquisition.hiring;

import com.aiqleads.kernel.PageId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a company's profile comes from: which bytes, which parser, and which place of the page for
/// each field.
///
/// @param paths by the field's name
public record ProfileOrigin(
    PageId page, String snapshotKey, String parserVersion, SortedMap<String, String> paths) {

  public ProfileOrigin {
    paths = Collections.unmodifiableSortedMap(new TreeMap<>(paths));
  }
}
