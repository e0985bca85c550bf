package com.aiqleads.local.sandbox;

/// Who sells. The phone has ten digits; exchanges 958 and 959 are test codes of the numbering
/// plan, so that it looks valid and rings nowhere. Mail domains end in `.example`.
record Owner(String name, String phone, String email) {

  String phoneAs(int style) {
    String area = phone.substring(0, 3);
    String exchange = phone.substring(3, 6);
    String line = phone.substring(6);
    return switch (Math.floorMod(style, 4)) {
      case 0 -> "(" + area + ") " + exchange + "-" + line;
      case 1 -> area + "-" + exchange + "-" + line;
      case 2 -> area + "." + exchange + "." + line;
      default -> "1 " + area + " " + exchange + " " + line;
    };
  }
}
