package com.aiqleads.lambda;

/// What a local host reads.
public interface PrometheusMBean {

  String getPrometheus();
}
