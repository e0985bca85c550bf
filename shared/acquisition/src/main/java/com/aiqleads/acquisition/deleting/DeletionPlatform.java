package com.aiqleads.acquisition.deleting;

import java.nio.file.Path;
import java.util.Map;

/// California's Delete Request and Opt-out Platform (DROP). It gives its lists once: who loses them
/// before all are answered has to call somebody.
public interface DeletionPlatform {

  enum Reply {
    /// They are in the file now.
    LISTS,
    NOTHING_NEW,
    /// It prepares them, is closed for the night or has too much to do.
    NOT_YET,
    /// The lists of before are not answered.
    ANSWERS_FIRST,
    /// Nobody has given us a key.
    OFF
  }

  /// Asks for the lists.
  ///
  /// @param into a file for the zip archive
  Reply pull(Path into);

  /// Says what came of some requests of a list.
  ///
  /// @param file the name of a list, with an ending that was not used before
  void answer(String file, Map<String, DeletionStatus> byWorkItem);
}
