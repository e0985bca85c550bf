package com.aiqleads.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Whatever is kept in clear: every table of PostgreSQL, and what the platform has in DynamoDB.
record Stored(AwsCalls aws) {

  private static final String TABLES =
      """
      select table_schema || '.' || table_name from information_schema.tables
      where table_schema in ('acquisition', 'marketplace', 'platform')
      """;
  private static final String DYNAMO = "DynamoDB_20120810.";

  /// The tables in which the text stands somewhere.
  List<String> with(String text) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = aws.administrator()) {
      for (String table : texts(connection, TABLES, List.of())) {
        String look = "select 'x' from " + table + " as t where strpos(t::text, ?) > 0";
        if (!texts(connection, look, List.of(text)).isEmpty()) {
          found.add(table);
        }
      }
    }
    for (JsonNode table : aws.call(DYNAMO + "ListTables", Map.of()).path("TableNames")) {
      if (table.asText().contains("-platform-") && scanned(table.asText()).contains(text)) {
        found.add(table.asText());
      }
    }
    return found;
  }

  private String scanned(String table) {
    StringBuilder all = new StringBuilder();
    Map<String, Object> question = new LinkedHashMap<>(Map.of("TableName", table));
    JsonNode page;
    do {
      page = aws.call(DYNAMO + "Scan", question);
      all.append(page.path("Items"));
      question.put("ExclusiveStartKey", page.path("LastEvaluatedKey"));
    } while (page.has("LastEvaluatedKey"));
    return all.toString();
  }

  private static List<String> texts(Connection connection, String sql, List<String> parameters)
      throws SQLException {
    List<String> texts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setString(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(rows.getString(1));
        }
      }
    }
    return texts;
  }
}
