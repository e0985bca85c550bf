package com.aiqleads.acquisition.parsing;

/// What a fetched page is, told from its content before anything is read from it. A site's usual
/// failure is a good-looking answer with wrong data.
public enum PageState {
  CONTENT,
  EMPTY,
  GONE,
  NOT_FOUND,
  LOGIN,
  CONSENT,
  CHALLENGE,
  RATE_LIMITED,
  UNPAINTED,
  UNREACHED,
  UNKNOWN
}
