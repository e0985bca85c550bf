package com.aiqleads.acquisition.watching;

import java.util.List;

/// What was last said of every alarm.
public interface Alarms {

  List<Alarm> all();

  void keep(Alarm alarm);
}
