package com.aiqleads.marketplace.searchleads;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The parameters that every search has.
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.METHOD)
@Parameter(name = "q", in = ParameterIn.QUERY, description = "Words that a lead must have.")
@Parameter(
    name = "available",
    in = ParameterIn.QUERY,
    description = "true: only leads that can be held now.")
@Parameter(name = "city", in = ParameterIn.QUERY, description = "For example Miami FL.")
@Parameter(name = "type", in = ParameterIn.QUERY, description = "house, condo, land …")
@Parameter(name = "beds", in = ParameterIn.QUERY, description = "0 to 5; 5 means 5 or more.")
@Parameter(name = "priceBand", in = ParameterIn.QUERY, description = "As in the facets.")
@Parameter(name = "qualityBand", in = ParameterIn.QUERY, description = "As in the facets.")
@Parameter(name = "source", in = ParameterIn.QUERY, description = "fsbo, forsalebyowner …")
@Parameter(name = "minPrice", in = ParameterIn.QUERY, description = "Of the lead, in dollars.")
@Parameter(name = "maxPrice", in = ParameterIn.QUERY, description = "Of the lead, in dollars.")
@Parameter(name = "minAsking", in = ParameterIn.QUERY, description = "Of the home, in dollars.")
@Parameter(name = "maxAsking", in = ParameterIn.QUERY, description = "Of the home, in dollars.")
@interface SearchParameters {}
