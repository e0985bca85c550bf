/// Every AWS resource, built from the manifests.
@NullMarked
package com.aiqleads.infra;

import org.jspecify.annotations.NullMarked;
