package com.aiqleads.lambda;

/// Where figures go.
interface MetricsOutput {

  void flush();
}
