package com.aiqleads.infra;

import com.aiqleads.manifest.Route;
import com.aiqleads.manifest.RouteAccess;
import java.util.List;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.lambda.CfnPermission;

/// The routes of one function, each with the access that its manifest says.
final class HttpRoutes {

  private static final String PAYLOAD = "2.0";

  private HttpRoutes() {}

  static void make(FunctionFromManifest function, Stage stage, Api api) {
    String target = function.target().getFunctionArn();
    CfnIntegration integration =
        CfnIntegration.Builder.create(function, "Integration")
            .apiId(api.id())
            .integrationType("AWS_PROXY")
            .integrationMethod("POST")
            .integrationUri(target)
            .payloadFormatVersion(PAYLOAD)
            .timeoutInMillis(function.manifest().limits().timeout().toMillis())
            .build();
    CfnPermission.Builder.create(function, "Gateway")
        .action("lambda:InvokeFunction")
        .functionName(target)
        .principal("apigateway.amazonaws.com")
        .sourceAccount(stage.account())
        .sourceArn(stage.arn("execute-api", api.id() + "/*/*"))
        .build();
    function.manifest().routes().forEach(route -> make(function, route, integration, api));
  }

  private static void make(
      FunctionFromManifest function, Route route, CfnIntegration integration, Api api) {
    CfnRoute.Builder made =
        CfnRoute.Builder.create(function, "Route" + LogicalName.of(route.key()))
            .apiId(api.id())
            .routeKey(route.key())
            .target("integrations/" + integration.getRef());
    switch (route.access()) {
      // The function looks at the token if there is one, or at the session's cookie.
      case RouteAccess.Public _, RouteAccess.Session _ -> made.authorizationType("NONE");
      case RouteAccess.SignedIn _ -> verified(made, api);
      case RouteAccess.Scope scope ->
          verified(made, api).authorizationScopes(List.of(scope.text()));
    }
    CfnRoute built = made.build();
    if (built.getAuthorizerId() == null) {
      Nag.accept(
          built,
          "AwsSolutions-APIG4",
          "%s is %s, as %s/function.yaml says; the function itself looks at its caller."
              .formatted(route.key(), route.access().text(), function.manifest().id().folder()));
    }
  }

  private static CfnRoute.Builder verified(CfnRoute.Builder route, Api api) {
    return route.authorizationType("JWT").authorizerId(api.authorizerId());
  }
}
