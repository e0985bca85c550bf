package com.aiqleads.platform;

/// What a program calls itself when it signs in, so that people recognise their sessions. Anybody
/// may write anything there: it is shown, never believed.
public record Device(String value) {

  public static final int MAX_LENGTH = 200;
  public static final Device UNKNOWN = new Device("");

  public Device {
    String visible = value.replaceAll("\\p{Cntrl}", " ").strip();
    value = visible.substring(0, Math.min(MAX_LENGTH, visible.length()));
  }

  @Override
  public String toString() {
    return "***";
  }
}
