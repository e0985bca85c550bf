/// What is asked of language models, by whoever answers. Nothing that they say is true before
/// somebody's rules have confirmed it.
@NullMarked
package com.aiqleads.ai;

import org.jspecify.annotations.NullMarked;
