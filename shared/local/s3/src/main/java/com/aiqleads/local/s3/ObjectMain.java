package com.aiqleads.local.s3;

import com.aiqleads.local.child.Parent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/// Arguments: data directory, port.
public final class ObjectMain {
  private static final int THREADS = 50;

  private ObjectMain() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createDirectories(Path.of(arguments[0]));
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(new FilesystemNio2BlobStore(data.toString()))
            .endpoint(URI.create("http://127.0.0.1:" + arguments[1]))
            .awsAuthentication(AuthenticationType.NONE, "", "")
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(THREADS)
            .build();
    Parent.endWithMe(server::stop);
    server.start();
  }
}
