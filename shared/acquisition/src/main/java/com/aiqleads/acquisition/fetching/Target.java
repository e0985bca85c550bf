package com.aiqleads.acquisition.fetching;

/// One market of one source: what is crawled as a whole.
public record Target(String source, String market) {

  public String text() {
    return source + "/" + market;
  }
}
