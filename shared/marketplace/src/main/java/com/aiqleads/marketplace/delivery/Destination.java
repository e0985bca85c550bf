package com.aiqleads.marketplace.delivery;

import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Where a team wants its leads, and what lets us in there.
public sealed interface Destination {

  Kind kind();

  URI address();

  /// A server of the team's own, or of anybody who takes webhooks.
  ///
  /// @param secrets what a message is signed with, the newest first
  record Webhook(URI address, List<SigningSecret> secrets) implements Destination {

    public Webhook {
      secrets = List.copyOf(secrets);
    }

    public Webhook(URI address, SigningSecret secret) {
      this(address, List.of(secret));
    }

    @Override
    public Kind kind() {
      return Kind.WEBHOOK;
    }
  }

  /// An account of HubSpot, by the token of a private app.
  record HubSpot(URI address, AccessKey token) implements Destination {

    @Override
    public Kind kind() {
      return Kind.HUBSPOT;
    }
  }

  /// An account of Follow Up Boss, by an API key.
  record FollowUpBoss(URI address, AccessKey key) implements Destination {

    @Override
    public Kind kind() {
      return Kind.FOLLOW_UP_BOSS;
    }
  }

  /// An organisation of Salesforce, by an app that acts for itself.
  ///
  /// @param client who the app is; no secret by itself
  record Salesforce(URI address, AccessKey client, AccessKey secret) implements Destination {

    @Override
    public Kind kind() {
      return Kind.SALESFORCE;
    }
  }

  /// A mail address that somebody may have agreed to.
  ///
  /// @param proof what whoever reads there shows: it stands in the link of a letter
  record Mailbox(URI address, AccessKey proof, boolean isConfirmed) implements Destination {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PROOF_BYTES = 24;

    /// Nobody has agreed to it yet.
    public static Mailbox asked(EndpointId id, URI address) {
      byte[] bytes = new byte[PROOF_BYTES];
      RANDOM.nextBytes(bytes);
      String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      return new Mailbox(address, new AccessKey(id.text() + "." + secret), false);
    }

    @Override
    public Kind kind() {
      return Kind.EMAIL;
    }
  }

  enum Kind {
    WEBHOOK(Optional.empty()),
    HUBSPOT(Optional.of(URI.create("https://api.hubapi.com"))),
    FOLLOW_UP_BOSS(Optional.of(URI.create("https://api.followupboss.com"))),
    /// Each organisation has a name of its own.
    SALESFORCE(Optional.empty()),
    EMAIL(Optional.empty());

    private final Optional<URI> home;

    Kind(Optional<URI> home) {
      this.home = home;
    }

    /// Where it is for everybody.
    public Optional<URI> home() {
      return home;
    }
  }
}
