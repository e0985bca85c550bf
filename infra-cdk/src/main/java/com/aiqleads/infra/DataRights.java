package com.aiqleads.infra;

import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// Rights to what is kept: tables, buckets and the search index, and to the key it is kept under.
final class DataRights {

  private static final List<String> READ_ITEMS =
      List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");
  private static final List<String> WRITE_ITEMS =
      List.of(
          "dynamodb:BatchWriteItem",
          "dynamodb:DeleteItem",
          "dynamodb:PutItem",
          "dynamodb:UpdateItem");

  /// Who may not list a bucket is not told that an object is missing, but that it is forbidden.
  private static final List<String> READ_OBJECTS = List.of("s3:GetObject", "s3:ListBucket");

  /// Buckets keep old versions: to hide an object is not to erase it.
  private static final List<String> ERASE_OBJECTS =
      List.of("s3:DeleteObject", "s3:DeleteObjectVersion", "s3:ListBucketVersions");

  /// A search is a POST too: what a caller may POST is decided by its role in the index.
  private static final List<String> READ_INDEX =
      List.of("es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost");

  private static final List<String> WRITE_INDEX = List.of("es:ESHttpDelete", "es:ESHttpPut");

  private final Stage stage;
  private final AwsNames names;
  private final SharedKeys keys;

  DataRights(Stage stage, SharedKeys keys) {
    this.stage = stage;
    this.names = stage.names();
    this.keys = keys;
  }

  List<PolicyStatement> toTables(Uses uses) {
    List<PolicyStatement> statements = new ArrayList<>();
    uses.tables()
        .forEach(
            (table, access) ->
                statements.add(
                    Permissions.allow(
                        "Table" + LogicalName.of(table.text()),
                        both(access, READ_ITEMS, WRITE_ITEMS),
                        List.of(stage.arn("dynamodb", "table/" + names.table(table))))));
    if (!uses.tables().isEmpty()) {
      statements.add(toKey("TablesKey", "dynamodb"));
    }
    return statements;
  }

  List<PolicyStatement> toBuckets(Uses uses) {
    List<PolicyStatement> statements = new ArrayList<>();
    uses.buckets()
        .forEach(
            (bucket, access) ->
                statements.add(
                    Permissions.allow(
                        "Bucket" + LogicalName.of(bucket.text()),
                        objects(access),
                        List.of(
                            "arn:aws:s3:::" + names.bucket(bucket),
                            "arn:aws:s3:::" + names.bucket(bucket) + "/*"))));
    if (!uses.buckets().isEmpty()) {
      statements.add(toKey("BucketsKey", "s3"));
    }
    return statements;
  }

  private static List<String> objects(Access access) {
    return joined(
        both(access, READ_OBJECTS, List.of("s3:PutObject")),
        access.erases() ? ERASE_OBJECTS : List.of());
  }

  /// Who writes an index looks at it first.
  List<PolicyStatement> toSearch(Uses uses) {
    return uses.search() == Access.NONE
        ? List.of()
        : List.of(
            Permissions.allow(
                "Search",
                uses.search().writes() ? joined(READ_INDEX, WRITE_INDEX) : READ_INDEX,
                List.of(stage.arn("es", "domain/" + stage.resource("search") + "/*"))));
  }

  /// For what this service keeps.
  PolicyStatement toKey(String id, String service) {
    return Permissions.toKey(id, keys.data(), service);
  }

  private static List<String> both(Access access, List<String> read, List<String> write) {
    return joined(access.reads() ? read : List.of(), access.writes() ? write : List.of());
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).sorted().toList();
  }
}
