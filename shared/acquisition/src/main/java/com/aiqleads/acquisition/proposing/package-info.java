/// What a language model proposes, and the rules that confirm or refute it: it may copy, never
/// write.
@NullMarked
package com.aiqleads.acquisition.proposing;

import org.jspecify.annotations.NullMarked;
