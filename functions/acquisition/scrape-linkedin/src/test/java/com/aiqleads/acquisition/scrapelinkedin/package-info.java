@NullMarked
package com.aiqleads.acquisition.scrapelinkedin;

import org.jspecify.annotations.NullMarked;
