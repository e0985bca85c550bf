package com.aiqleads.lambda;

import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The names of the classes that libraries offer as a service, by the framework's own entries and
/// by those of the JDK. The framework opens each library as a file system for it; here it is the
/// zip that the class loader has open anyway.
final class OfferedServices {

  private static final String ENTRIES = "META-INF/micronaut/";
  private static final String OF_JDK = "META-INF/services/";
  private static final String JAR = "jar:file:";
  private static final String IN_JAR = "!/";

  /// Every entry of a class loader's libraries, for as long as somebody has the loader.
  private static final Map<ClassLoader, List<String>> KNOWN =
      Collections.synchronizedMap(new WeakHashMap<>());

  private OfferedServices() {}

  static Set<String> of(ClassLoader loader, String service) {
    try {
      Set<String> names = new LinkedHashSet<>();
      String folder = ENTRIES + service + "/";
      for (String entry : entries(loader)) {
        if (entry.startsWith(folder)) {
          names.add(entry.substring(folder.length()));
        }
      }
      for (URL list : Collections.list(loader.getResources(OF_JDK + service))) {
        addLines(list, names);
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list what is offered as " + service, e);
    }
  }

  private static List<String> entries(ClassLoader loader) throws IOException {
    List<String> known = KNOWN.get(loader);
    if (known != null) {
      return known;
    }
    List<String> entries = new ArrayList<>();
    for (URL place : Collections.list(loader.getResources(ENTRIES))) {
      String url = place.toString();
      if (url.startsWith(JAR)) {
        addOfJar(fileOf(url.substring("jar:".length(), url.indexOf(IN_JAR))), entries);
      } else if (place.getProtocol().equals("file")) {
        addOfFolder(fileOf(url), entries);
      } else {
        addOfFramework(loader, entries);
      }
    }
    KNOWN.put(loader, entries);
    return entries;
  }

  private static File fileOf(String url) {
    return new File(URI.create(url));
  }

  private static void addOfJar(File jar, List<String> entries) throws IOException {
    try (ZipFile zip = new ZipFile(jar)) {
      Enumeration<? extends ZipEntry> all = zip.entries();
      while (all.hasMoreElements()) {
        String name = all.nextElement().getName();
        if (name.startsWith(ENTRIES) && !name.endsWith("/")) {
          entries.add(name);
        }
      }
    }
  }

  private static void addOfFolder(File folder, List<String> entries) {
    for (File service : filesIn(folder)) {
      for (File name : filesIn(service)) {
        entries.add(ENTRIES + service.getName() + "/" + name.getName());
      }
    }
  }

  private static File[] filesIn(File folder) {
    File[] files = folder.listFiles();
    return files == null ? new File[0] : files;
  }

  /// Whatever else a class loader may be made of.
  private static void addOfFramework(ClassLoader loader, List<String> entries) throws IOException {
    MicronautMetaServiceLoaderUtils.findAllMicronautMetaServices(loader)
        .forEach(
            (service, names) -> names.forEach(name -> entries.add(ENTRIES + service + "/" + name)));
  }

  private static void addLines(URL list, Set<String> names) throws IOException {
    try (InputStream input = list.openStream();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String name = line.strip();
        if (!name.isEmpty() && name.charAt(0) != '#') {
          names.add(name);
        }
      }
    }
  }
}
