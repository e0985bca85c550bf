/// One OpenAPI document from what each function says about its routes, at build time.
@NullMarked
package com.aiqleads.openapi;

import org.jspecify.annotations.NullMarked;
