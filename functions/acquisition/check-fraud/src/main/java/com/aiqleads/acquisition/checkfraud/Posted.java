package com.aiqleads.acquisition.checkfraud;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A listing that somebody wants to know about. Personal: its text form says nothing.
record Posted(
    String title,
    String description,
    Money price,
    Property property,
    Address address,
    String market,
    RawContact contact,
    List<String> photoUrls,
    @Nullable String sellerUrl) {

  @Override
  public String toString() {
    return "***";
  }
}
