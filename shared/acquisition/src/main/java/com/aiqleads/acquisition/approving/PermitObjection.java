package com.aiqleads.acquisition.approving;

import com.aiqleads.acquisition.ListedReason;

/// Why a source is not fetched.
public enum PermitObjection implements ListedReason {
  NOT_APPROVED("Nobody has approved fetching it."),
  BLOCKED("Its owner does not want to be fetched."),
  EXPIRED("The approval has ended."),
  TERMS_UNREAD("Its terms were read too long ago.");

  private final String text;

  PermitObjection(String text) {
    this.text = text;
  }

  @Override
  public String text() {
    return text;
  }
}
