@NullMarked
package com.aiqleads.acquisition.scrapefacebook;

import org.jspecify.annotations.NullMarked;
