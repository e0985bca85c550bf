/// Where people, sessions and keys are kept: PostgreSQL, DynamoDB and KMS behind the domain's
/// ports.
@NullMarked
package com.aiqleads.platform.store;

import org.jspecify.annotations.NullMarked;
