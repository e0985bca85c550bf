package com.aiqleads.acquisition.fetching;

/// A clock that is the same for all functions, whatever their own ones say.
public interface SharedClock {

  Now now();

  /// Who reads it. What one reader has written it may hold against what it reads later, without
  /// the doubt between clocks; a reader that had to begin anew has another name.
  String reader();
}
