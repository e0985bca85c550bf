package com.aiqleads.local.product;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.local.product.Sellers.Value.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// What the sellers of all leads are called, where they live and how they are reached, and where a
/// text says so, in whatever form.
final class Sellers {

  private static final String OFFERS =
      "select lead_id, street, sealed from offers join contacts using (lead_id)";

  /// `Dana` alone is a word like others.
  private static final int WORDS_OF_A_NAME = 2;

  /// Without `Ter` or `Terrace`, as long as the rest says which street.
  private static final int WORDS_OF_A_STREET = 3;

  private static final int KEY_ID_LENGTH = 8;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /// Hides itself: what is said of a find says whose and what, not which.
  record Value(Kind kind, List<String> words) {

    enum Kind {
      NAME,
      PHONE,
      MAIL,
      STREET
    }

    @Override
    public String toString() {
      return kind.name();
    }
  }

  private final Map<Value, Set<String>> leads = new HashMap<>();
  private final Map<String, List<Value>> byFirstWord = new HashMap<>();

  private Sellers() {}

  /// As the database has them, with the key of the functions.
  static Sellers of(AwsCalls aws) throws SQLException {
    String secret =
        aws.call(
                "secretsmanager.GetSecretValue",
                Map.of("SecretId", "aiqleads/local/marketplace/contact-key"))
            .path("SecretString")
            .asText();
    Sellers all = new Sellers();
    try (Connection marketplace = aws.database("marketplace");
        Statement statement = marketplace.createStatement();
        ResultSet rows = statement.executeQuery(OFFERS)) {
      while (rows.next()) {
        String lead = new LeadId(rows.getObject("lead_id", UUID.class)).text();
        all.add(lead, rows.getString("street"), opened(rows.getString("sealed"), secret));
      }
    }
    return all;
  }

  /// One, for tests of this class.
  static Sellers of(String lead, String street, JsonNode contact) {
    Sellers one = new Sellers();
    one.add(lead, street, contact);
    return one;
  }

  Set<String> leads() {
    Set<String> all = new TreeSet<>();
    leads.values().forEach(all::addAll);
    return all;
  }

  /// Everything of a kind that is known of a lead.
  List<Value> of(String lead, Kind kind) {
    return leads.entrySet().stream()
        .filter(entry -> entry.getKey().kind() == kind && entry.getValue().contains(lead))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// What stands there that is of none of these leads.
  Set<Value> in(String text, Set<String> owned) {
    Set<Value> found = all(text);
    found.removeIf(value -> leads.getOrDefault(value, Set.of()).stream().anyMatch(owned::contains));
    return found;
  }

  /// What stands there of this lead.
  Set<Kind> kindsIn(String text, String lead) {
    Set<Kind> kinds = new TreeSet<>();
    for (Value value : all(text)) {
      if (leads.getOrDefault(value, Set.of()).contains(lead)) {
        kinds.add(value.kind());
      }
    }
    return kinds;
  }

  private Set<Value> all(String text) {
    Set<Value> found = new LinkedHashSet<>();
    for (String form : Forms.of(text)) {
      List<String> words = Forms.words(form);
      for (int at = 0; at < words.size(); at++) {
        for (Value value : byFirstWord.getOrDefault(words.get(at), List.of())) {
          int end = at + value.words().size();
          if (end <= words.size() && words.subList(at, end).equals(value.words())) {
            found.add(value);
          }
        }
      }
      for (String number : Forms.numbers(form)) {
        Value value = new Value(Kind.PHONE, List.of(number));
        if (leads.containsKey(value)) {
          found.add(value);
        }
      }
    }
    return found;
  }

  private void add(String lead, String street, JsonNode contact) {
    List<String> name = Forms.words(contact.path("name").asText());
    if (name.size() >= WORDS_OF_A_NAME) {
      add(lead, new Value(Kind.NAME, name));
    }
    List<String> home = Forms.words(street);
    if (home.size() > WORDS_OF_A_STREET) {
      home = home.subList(0, home.size() - 1);
    }
    if (home.size() >= WORDS_OF_A_STREET) {
      add(lead, new Value(Kind.STREET, home));
    }
    contact
        .path("emails")
        .forEach(mail -> add(lead, new Value(Kind.MAIL, Forms.words(mail.asText()))));
    contact
        .path("phones")
        .forEach(
            phone -> add(lead, new Value(Kind.PHONE, List.of(Forms.national(phone.asText())))));
  }

  private void add(String lead, Value value) {
    if (leads.computeIfAbsent(value, _ -> new TreeSet<>()).add(lead)
        && leads.get(value).size() == 1
        && value.kind() != Kind.PHONE) {
      byFirstWord.computeIfAbsent(value.words().getFirst(), _ -> new ArrayList<>()).add(value);
    }
  }

  private static JsonNode opened(String sealed, String secret) {
    byte[] all = Base64.getUrlDecoder().decode(sealed.substring(KEY_ID_LENGTH + 1));
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(
              Base64.getDecoder().decode(secret.lines().findFirst().orElseThrow()), "AES"),
          new GCMParameterSpec(TAG_BITS, Arrays.copyOf(all, NONCE_BYTES)));
      cipher.updateAAD(sealed.substring(0, KEY_ID_LENGTH).getBytes(StandardCharsets.UTF_8));
      return new JsonMapper().readTree(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("a contact cannot be read", e);
    }
  }
}
