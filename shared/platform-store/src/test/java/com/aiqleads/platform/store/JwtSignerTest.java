package com.aiqleads.platform.store;

import static com.aiqleads.platform.PlatformFixtures.NOON;
import static com.aiqleads.platform.PlatformFixtures.aFamily;
import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.Names;
import com.aiqleads.platform.AccessClaims;
import com.aiqleads.platform.AccessToken;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.ApiKeyId;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.TokenKey;
import com.aiqleads.platform.TokenSigner;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JwtSignerTest {

  private static final Names NAMES = new Names("test", "platform");
  private static final String ALIAS = "alias/aiqleads-test-platform-tokens";
  private static final Membership ANALYST = aMember("ann@b.example", Role.CANDIDATE, Role.ANALYST);

  private static final FamilyId SESSION = aFamily();

  private final ObjectMapper mapper = ObjectMapper.getDefault();
  private final FakeKms kms = new FakeKms();
  private final RSAPublicKey key = kms.moveAliasToNewKey(ALIAS);
  private Instant now = NOON;
  private final KmsKeys keys = new PlatformStore().kmsKeys(kms, NAMES, () -> now);
  private final TokenSigner signer =
      new PlatformStore().tokenSigner(keys, "https://api.aiqleads.example", mapper);

  @Test
  void signsWhatTheKeyVerifies() throws GeneralSecurityException {
    AccessToken token = sign();

    assertThat(isSignedBy(key, token)).isTrue();
    assertThat(isSignedBy(kms.moveAliasToNewKey("alias/another"), token)).isFalse();
  }

  @Test
  void namesAlgorithmTypeAndKey() throws IOException {
    JsonNode header = part(sign(), 0);

    assertThat(text(header, "alg")).isEqualTo("RS256");
    assertThat(text(header, "typ")).isEqualTo("at+jwt");
    assertThat(text(header, "kid")).isEqualTo(new TokenKey(key).id());
  }

  @Test
  void claimsWhoWhereAsWhatAndUntilWhen() throws IOException {
    AccessClaims claims = AccessClaims.of(ANALYST, ANALYST.roles(), SESSION, NOON);

    JsonNode body = part(signer.sign(claims), 1);

    assertThat(mapper.writeValueAsString(body))
        .isEqualTo(
            """
            {"iss":"https://api.aiqleads.example","aud":"aiqleads","sub":"%s","sid":"%s","team":"%s",\
            "roles":["analyst","candidate"],\
            "scope":"marketplace:read insights:read insights:write careers:read careers:write",\
            "iat":1795176000,"nbf":1795176000,"exp":1795176900,"jti":"%s"}"""
                .formatted(ANALYST.user().id(), SESSION, ANALYST.team().id(), claims.tokenId()));
  }

  @Test
  void namesTheApiKeyOfAProgramAndNoSession() throws IOException {
    ApiKey export =
        new ApiKey(
            new ApiKeyId(Ids.next(() -> NOON)),
            ANALYST.team().id(),
            ANALYST.user().id(),
            new Name("export"),
            Set.of(Scope.MARKETPLACE_READ),
            NOON,
            NOON.plus(ApiKey.USUAL_LIFETIME),
            Optional.empty());

    JsonNode body = part(signer.sign(AccessClaims.of(export, export.scopes(), NOON)), 1);

    assertThat(text(body, "key")).isEqualTo(export.id().text());
    assertThat(text(body, "sub")).isEqualTo(ANALYST.user().id().text());
    assertThat(body.get("sid")).isNull();
  }

  @Test
  void remembersTheKeyForFiveMinutes() {
    sign();
    now = NOON.plus(KmsKeys.REMEMBERED).minusMillis(1);
    sign();
    assertThat(kms.publicKeysRead()).isEqualTo(1);

    now = NOON.plus(KmsKeys.REMEMBERED);
    sign();

    assertThat(kms.publicKeysRead()).isEqualTo(2);
  }

  @Test
  void namesTheKeyThatReallySignedWhileTheAliasMoves() throws Exception {
    sign();
    RSAPublicKey next = kms.moveAliasToNewKey(ALIAS);

    AccessToken during = sign();
    now = NOON.plus(KmsKeys.REMEMBERED);
    AccessToken after = sign();

    assertThat(isSignedBy(key, during)).isTrue();
    assertThat(text(part(during, 0), "kid")).isEqualTo(new TokenKey(key).id());
    assertThat(isSignedBy(next, after)).isTrue();
    assertThat(text(part(after, 0), "kid")).isEqualTo(new TokenKey(next).id());
  }

  private AccessToken sign() {
    return signer.sign(AccessClaims.of(ANALYST, ANALYST.roles(), SESSION, now));
  }

  private JsonNode part(AccessToken token, int index) throws IOException {
    byte[] json = Base64.getUrlDecoder().decode(token.value().split("\\.")[index]);
    return mapper.readValue(json, JsonNode.class);
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null ? "" : value.getStringValue();
  }

  private static boolean isSignedBy(RSAPublicKey key, AccessToken token)
      throws GeneralSecurityException {
    int lastDot = token.value().lastIndexOf('.');
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(token.value().substring(0, lastDot).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(token.value().substring(lastDot + 1)));
  }
}
