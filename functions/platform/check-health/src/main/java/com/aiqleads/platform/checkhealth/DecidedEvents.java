package com.aiqleads.platform.checkhealth;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.UUID;

/// Reads platform's outbox and never writes it.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface DecidedEvents extends GenericRepository<OutboxRow, UUID> {

  /// How many wait to be sent.
  long countBySentAtIsNull();
}
