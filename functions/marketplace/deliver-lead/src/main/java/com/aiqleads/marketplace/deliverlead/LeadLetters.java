package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.kernel.Email;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.Postman.Letter;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/// What stands in letters to mail addresses that leads go to.
@Singleton
final class LeadLetters {

  private final String console;

  LeadLetters(@Value("${aiqleads.api.url}") String api) {
    this.console = api + "/console";
  }

  Letter lead(Email to, Freight.Lead lead) {
    Prospect seller = Prospect.of(lead);
    String link = console + "/leads/" + lead.bought().lead().text();
    StringBuilder text = new StringBuilder("Your team bought a lead.\n\n");
    line(text, "Seller", (seller.given() + " " + seller.family()).strip());
    line(text, "Phone", String.join(", ", seller.phones()));
    line(text, "Mail", String.join(", ", seller.emails()));
    text.append('\n').append(seller.note()).append("\n\n");
    text.append("What the seller may be asked by, and all about the lead: ").append(link);
    text.append("\nFor no more such letters, an admin of your team removes this address: ")
        .append(console)
        .append("/deliveries\n");
    return new Letter(to, "A lead for you: " + lead.shown().card().headline(), text.toString());
  }

  Letter test(Email to) {
    return new Letter(
        to,
        "A test of your deliveries",
        "The leads that your team buys come to this address. This is none: you may delete it.\n");
  }

  /// Says nothing of the team: whoever asked may have no business with this address.
  Letter question(Email to, AccessKey proof) {
    return new Letter(
        to,
        "Shall leads come to this address?",
        """
        Hello,

        somebody at AIQLeads wants the leads that their team buys sent to this address. They hold
        the names and numbers of people. If that is you, say so within seven days:

        %s/confirm-delivery#token=%s

        If it is not, do nothing, and nothing will come here.
        """
            .formatted(console, proof.reveal()));
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(value).append('\n');
    }
  }
}
