package com.aiqleads.platform.checkhealth;

import io.micronaut.serde.annotation.Serdeable;

@Serdeable
record HealthView(boolean up) {}
