/// A provider that people can sign in by, as OpenID Connect has it, faults included. Whoever asks
/// is let in as whoever they say: it runs on this computer only, and only for it.
@NullMarked
package com.aiqleads.local.provider;

import org.jspecify.annotations.NullMarked;
