@NullMarked
package com.aiqleads.acquisition.crawling;

import org.jspecify.annotations.NullMarked;
