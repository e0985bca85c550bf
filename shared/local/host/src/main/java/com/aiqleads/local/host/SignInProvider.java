package com.aiqleads.local.host;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.http.PortTaken;
import com.aiqleads.local.provider.Client;
import com.aiqleads.local.provider.LocalProvider;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;

/// The provider that people of this computer can sign in by, and what our functions have to know of
/// it: in the words in which an operator writes it into the secret.
record SignInProvider(LocalProvider server, String settings) implements AutoCloseable {

  static final String SECRET = "sign-in-providers";

  private static final String ID = "local";

  static SignInProvider start(int port, String console) {
    Client client =
        new Client(
            "aiqleads",
            UUID.randomUUID().toString(),
            console + "/console/sign-in/with/" + ID + "/return");
    LocalProvider server = start(port, client);
    return new SignInProvider(server, settings(server, client));
  }

  private static LocalProvider start(int port, Client client) {
    try {
      return LocalProvider.start(port, client, SeededPeople.PEOPLE, InstantSource.system());
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof BindException) {
        throw new PortTaken(port, LocalOptions.PROVIDER_PORT, e);
      }
      throw e;
    }
  }

  private static String settings(LocalProvider server, Client client) {
    var settings = Json.object();
    settings
        .putArray("providers")
        .addObject()
        .put("id", ID)
        .put("name", "the local provider")
        .put("issuer", server.issuer())
        .put("clientId", client.id())
        .put("clientSecret", client.secret());
    return new String(Json.bytes(settings), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public String toString() {
    return "SignInProvider[" + server.issuer() + "]";
  }
}
