/// Hands the messages of queues to functions, as SQS event source mappings do.
@NullMarked
package com.aiqleads.local.host.queue;

import org.jspecify.annotations.NullMarked;
