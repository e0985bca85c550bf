package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.marketplace.delivery.Destination.Mailbox;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.MailAddress;
import com.aiqleads.marketplace.delivery.Postman.Letter;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;

/// What stands in letters to mail addresses that leads go to.
@Singleton
final class LeadLetters {

  private final String api;
  private final String console;

  LeadLetters(@Value("${aiqleads.api.url}") String api) {
    this.api = api;
    this.console = api + "/console";
  }

  Letter lead(Mailbox to, Freight.Lead lead) {
    Prospect seller = Prospect.of(lead);
    String link = console + "/leads/" + lead.bought().lead().text();
    StringBuilder text = new StringBuilder("Your team bought a lead.\n\n");
    line(text, "Seller", (seller.given() + " " + seller.family()).strip());
    line(text, "Phone", String.join(", ", seller.phones()));
    line(text, "Mail", String.join(", ", seller.emails()));
    text.append('\n').append(seller.note()).append("\n\n");
    text.append("What the seller may be asked by, and all about the lead: ").append(link);
    text.append('\n');
    return letter(to, "A lead for you: " + lead.shown().card().headline(), text.toString());
  }

  Letter test(Mailbox to) {
    return letter(
        to,
        "A test of your deliveries",
        "The leads that your team buys come to this address. This is none: you may delete it.\n");
  }

  /// Says nothing of the team: whoever asked may have no business with this address.
  Letter question(Mailbox to) {
    return letter(
        to,
        "Shall leads come to this address?",
        """
        Hello,

        somebody at AIQLeads wants the leads that their team buys sent to this address. They hold
        the names and numbers of people. If that is you, say so within seven days:

        %s/confirm-delivery#token=%s

        If it is not, do nothing, and nothing will come here.
        """
            .formatted(console, to.proof().reveal()));
  }

  /// Whoever reads there can stop what comes, without an account: by the link, or by the button
  /// that their mail program makes of the address.
  private Letter letter(Mailbox to, String subject, String text) {
    String proof = to.proof().reveal();
    return new Letter(
        MailAddress.email(to.address()),
        subject,
        text + "\nFor no more letters here: " + console + "/stop-delivery#token=" + proof + "\n",
        URI.create(api + "/endpoint-stops?token=" + proof));
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(value).append('\n');
    }
  }
}
