package com.aiqleads.platform.sendmail;

import com.aiqleads.kernel.Ids;
import com.aiqleads.platform.Letter;
import com.aiqleads.platform.Mailer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

/// For the laptop: each letter is a file, in the order of their names.
final class FolderMailer implements Mailer {

  private final Path folder;
  private final String sender;

  FolderMailer(Path folder, String sender) {
    this.folder = folder;
    this.sender = sender;
  }

  @Override
  public void send(Letter letter) {
    String name = Ids.next(InstantSource.system()) + ".eml";
    String text =
        """
        From: %s
        To: %s
        Subject: %s
        Content-Type: text/plain; charset=utf-8

        %s"""
            .formatted(sender, letter.to().address(), letter.subject(), letter.text());
    try {
      Files.createDirectories(folder);
      // Moved into its place, so that nobody reads half a letter.
      Path written = Files.writeString(folder.resolve(name + ".part"), text);
      Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a letter in " + folder, e);
    }
  }
}
