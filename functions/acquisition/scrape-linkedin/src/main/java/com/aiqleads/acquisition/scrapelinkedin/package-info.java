/// Fetches the jobs that LinkedIn shows guests.
@NullMarked
package com.aiqleads.acquisition.scrapelinkedin;

import org.jspecify.annotations.NullMarked;
