package com.aiqleads.acquisition.fetching;

/// What a site gave to ask again with: its entity tag and the time of its last change, empty where
/// it gave none.
public record Validators(String entityTag, String lastModified) {

  public static final Validators NONE = new Validators("", "");
}
