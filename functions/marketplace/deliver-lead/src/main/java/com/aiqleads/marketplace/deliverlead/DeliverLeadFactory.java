package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.lambda.FunctionIdentity;
import com.aiqleads.lambda.PublicConnections;
import com.aiqleads.marketplace.delivery.EndpointAddress;
import com.aiqleads.marketplace.delivery.Postman;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import software.amazon.awssdk.services.sesv2.SesV2Client;

@Factory
final class DeliverLeadFactory {

  /// As Standard Webhooks has it, 15 to 30 s.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  @Singleton
  @Bean(preDestroy = "close")
  HttpCarrier carrier(FunctionIdentity function) {
    boolean onLaptop = function.stage().equals("local");
    Set<String> exceptions = onLaptop ? Set.of(EndpointAddress.LAPTOP) : Set.of();
    return new HttpCarrier(new PublicConnections(exceptions), PATIENCE);
  }

  /// Into a folder if the environment names one, by SES otherwise. Letters come from the host of
  /// the API, which is the identity that SES has to know.
  @Singleton
  Postman postman(
      @Value("${aiqleads.mail.folder:}") String folder,
      @Value("${aiqleads.api.url}") String api,
      Provider<SesV2Client> ses) {
    String sender = "AIQLeads <no-reply@" + URI.create(api).getHost() + ">";
    return folder.isEmpty()
        ? new SesPostman(ses.get(), sender)
        : new FolderPostman(Path.of(folder), sender);
  }
}
