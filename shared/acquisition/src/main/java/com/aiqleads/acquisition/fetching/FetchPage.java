package com.aiqleads.acquisition.fetching;

/// Sends one request and never a second: no redirect is followed, nothing retried. It knows no
/// manners; those are [PoliteFetch]'s.
public interface FetchPage {

  /// Sends nothing until its departure has come, and tells it as soon as all is sent.
  PageAnswer fetch(PageRequest request, Validators known, String userAgent, Departure departure);
}
