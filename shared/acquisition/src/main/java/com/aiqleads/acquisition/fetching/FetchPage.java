package com.aiqleads.acquisition.fetching;

/// Sends one request and never a second: no redirect is followed, nothing retried. It knows no
/// manners; those are [PoliteFetch]'s.
public interface FetchPage {

  PageAnswer fetch(PageRequest request, Validators known, String userAgent);
}
