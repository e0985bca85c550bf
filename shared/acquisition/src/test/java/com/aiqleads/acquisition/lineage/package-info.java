@NullMarked
package com.aiqleads.acquisition.lineage;

import org.jspecify.annotations.NullMarked;
