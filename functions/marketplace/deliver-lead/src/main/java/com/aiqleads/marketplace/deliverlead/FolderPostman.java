package com.aiqleads.marketplace.deliverlead;

import com.aiqleads.kernel.Ids;
import com.aiqleads.marketplace.delivery.Postman;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;

/// For the laptop: each letter is a file, in the order of their names. It plays the address that
/// SES lends for trying what bounces, too.
record FolderPostman(Path folder, String sender) implements Postman {

  private static final String BOUNCES = "bounce@simulator.amazonses.com";

  @Override
  public Posting post(Letter letter) {
    if (letter.to().address().equals(BOUNCES)) {
      return new Posting.Bounced();
    }
    String name = Ids.next(InstantSource.system()) + ".eml";
    String text =
        """
        From: %s
        To: %s
        Subject: %s
        List-Unsubscribe: <%s>
        List-Unsubscribe-Post: List-Unsubscribe=One-Click
        Content-Type: text/plain; charset=utf-8

        %s"""
            .formatted(
                sender, letter.to().address(), letter.subject(), letter.stop(), letter.text());
    try {
      Files.createDirectories(folder);
      // Moved into its place, so that nobody reads half a letter.
      Path written = Files.writeString(folder.resolve(name + ".part"), text);
      Files.move(written, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return new Posting.Accepted();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a letter in " + folder, e);
    }
  }
}
