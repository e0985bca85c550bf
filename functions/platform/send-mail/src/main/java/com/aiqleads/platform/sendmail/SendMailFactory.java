package com.aiqleads.platform.sendmail;

import com.aiqleads.platform.Letters;
import com.aiqleads.platform.Mailer;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/// Where letters go: into a folder if the environment names one, by SES otherwise. They come from
/// the host of the API, which is the identity that SES has to know.
@Factory
final class SendMailFactory {

  @Singleton
  Letters letters(@Value("${aiqleads.api.url}") String api) {
    return new Letters(api + "/console");
  }

  @Singleton
  Mailer mailer(
      @Value("${aiqleads.mail.folder:}") String folder,
      @Value("${aiqleads.api.url}") String api,
      Provider<SesV2Client> ses) {
    String sender = "AIQLeads <no-reply@" + URI.create(api).getHost() + ">";
    return folder.isEmpty()
        ? new SesMailer(ses.get(), sender)
        : new FolderMailer(Path.of(folder), sender);
  }
}
