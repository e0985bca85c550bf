package com.aiqleads.acquisition.fetching;

import java.net.URI;

/// Reads a robots file for one visitor.
public interface ReadRobots {

  RobotsRules read(URI url, PageBytes body, String contentType, String robotsName);
}
