/// Functions whose effects live in PostgreSQL: transactions, inbox, outbox.
@NullMarked
package com.aiqleads.lambda.database;

import org.jspecify.annotations.NullMarked;
