/// Bought leads on their way to the systems of their buyers: by webhooks as Standard Webhooks has
/// them, and into customer relations systems as each has it.
@NullMarked
package com.aiqleads.marketplace.delivery;

import org.jspecify.annotations.NullMarked;
