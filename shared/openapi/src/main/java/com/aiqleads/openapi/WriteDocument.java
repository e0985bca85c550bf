package com.aiqleads.openapi;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Manifests;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes the merged document. Arguments: the repository's root, the file to write.
public final class WriteDocument {

  static final String KERNEL = "com/aiqleads/openapi/kernel.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private WriteDocument() {}

  public static void main(String... arguments) throws IOException {
    Path target = Path.of(arguments[1]);
    Files.createDirectories(target.toAbsolutePath().getParent());
    JSON.writeValue(target.toFile(), document(Path.of(arguments[0])));
  }

  static JsonNode document(Path root) throws IOException {
    List<FunctionManifest> manifests =
        Manifests.read(root).functions().stream().filter(DescribedFunction::isForPrograms).toList();
    List<DescribedFunction> functions = manifests.stream().map(WriteDocument::described).toList();
    return ApiDocument.merge(read("com/aiqleads/openapi/frame.json"), read(KERNEL), functions);
  }

  private static DescribedFunction described(FunctionManifest manifest) {
    try {
      return new DescribedFunction(manifest, read(DescribedFunction.documentOf(manifest)));
    } catch (IOException e) {
      throw new IllegalStateException(
          "%s does not describe its routes: add it to shared/openapi/pom.xml"
              .formatted(manifest.id()),
          e);
    }
  }

  static JsonNode read(String resource) throws IOException {
    try (InputStream json = WriteDocument.class.getClassLoader().getResourceAsStream(resource)) {
      if (json == null) {
        throw new IOException("nothing at " + resource);
      }
      return JSON.readTree(json);
    }
  }
}
