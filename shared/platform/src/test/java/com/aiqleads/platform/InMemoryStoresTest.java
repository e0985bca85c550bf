package com.aiqleads.platform;

import static com.aiqleads.platform.PlatformFixtures.GOOD_PASSWORD;
import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aBuyer;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.UserId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The fakes keep the contracts that the real stores keep.
class InMemoryStoresTest {

  @Nested
  class MembersTest extends MembersContract {
    private final Members members = new InMemoryMembers();

    @Override
    protected Members members() {
      return members;
    }
  }

  @Nested
  class RefreshFamiliesTest extends RefreshFamiliesContract {
    private final RefreshFamilies families = new InMemoryRefreshFamilies();

    @Override
    protected RefreshFamilies families() {
      return families;
    }
  }

  @Nested
  class AttemptsTest extends AttemptsContract {
    private final Attempts attempts = new InMemoryAttempts();

    @Override
    protected Attempts attempts() {
      return attempts;
    }
  }

  @Nested
  class AuditTrailTest extends AuditTrailContract {
    private final AuditTrail trail = new InMemoryAuditTrail();

    @Override
    protected AuditTrail trail() {
      return trail;
    }
  }

  @Nested
  class MailTokensTest extends MailTokensContract {
    private final MailTokens tokens = new InMemoryMailTokens();

    @Override
    protected MailTokens tokens() {
      return tokens;
    }

    @Override
    protected UserId person() {
      return aBuyer().user().id();
    }
  }

  @Nested
  class SecondFactorsTest extends SecondFactorsContract {
    private final SecondFactors factors = new InMemorySecondFactors();

    @Override
    protected SecondFactors factors() {
      return factors;
    }

    @Override
    protected UserId person() {
      return aBuyer().user().id();
    }
  }

  @Nested
  class ChallengesTest extends ChallengesContract {
    private final Challenges challenges = new InMemoryChallenges();

    @Override
    protected Challenges challenges() {
      return challenges;
    }
  }

  @Nested
  class ApiKeysTest extends ApiKeysContract {
    private final ApiKeys keys = new InMemoryApiKeys();

    @Override
    protected ApiKeys keys() {
      return keys;
    }

    @Override
    protected Membership person() {
      return aBuyer();
    }
  }

  @Nested
  class InvitationsTest extends InvitationsContract {
    private final Invitations invitations = new InMemoryInvitations();

    @Override
    protected Invitations invitations() {
      return invitations;
    }

    @Override
    protected Membership person() {
      return aBuyer();
    }
  }

  @Test
  void cheapPasswordsMatchWhatTheyHashed() {
    CheapPasswords passwords = new CheapPasswords();
    PasswordHash hash = passwords.hash(GOOD_PASSWORD);

    assertThat(passwords.matches(GOOD_PASSWORD, hash)).isTrue();
    assertThat(passwords.matches(new Password("another"), hash)).isFalse();
    assertThat(passwords.hashed()).isEqualTo(3);
  }

  @Test
  void readableTokensSayWhoTheyAreFor() {
    Membership buyer = aBuyer();

    AccessToken token =
        new ReadableTokenSigner().sign(AccessClaims.of(buyer, buyer.roles(), aFamily(), NOON));

    assertThat(token.value()).contains(buyer.user().id().text());
  }

  @Nested
  class IdentitiesTest extends IdentitiesContract {
    private final Identities identities = new InMemoryIdentities();

    @Override
    protected Identities identities() {
      return identities;
    }

    @Override
    protected UserId person() {
      return aBuyer().user().id();
    }
  }

  @Nested
  class DeparturesTest extends DeparturesContract {
    private final Departures departures = new InMemoryDepartures();

    @Override
    protected Departures departures() {
      return departures;
    }
  }

  @Nested
  class PendingLinksTest extends PendingLinksContract {
    private final PendingLinks links = new InMemoryPendingLinks();

    @Override
    protected PendingLinks links() {
      return links;
    }
  }
}
