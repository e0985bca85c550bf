package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.HttpFunction;

/// The edge of the console; its pages are its controllers.
public final class ServeConsoleHandler extends HttpFunction {}
