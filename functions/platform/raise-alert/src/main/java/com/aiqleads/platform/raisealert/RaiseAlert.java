package com.aiqleads.platform.raisealert;

import com.aiqleads.lambda.Metrics;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells each channel once of each change. Who was told is written down channel by channel, so that
/// a repeated invocation tells only those who could not be told before.
@Singleton
final class RaiseAlert {

  private static final Logger LOG = LoggerFactory.getLogger(RaiseAlert.class);

  private final Alerts alerts;
  private final Channels channels;
  private final Metrics metrics;

  RaiseAlert(Alerts alerts, Channels channels, Metrics metrics) {
    this.alerts = alerts;
    this.channels = channels;
    this.metrics = metrics;
  }

  void raise(AlarmChange change) {
    Severity severity = change.severity();
    switch (Decision.of(change, alerts.find(change.alarm()))) {
      case Decision.Remember(Alert alert, Decision.Reason why) -> {
        alerts.keep(alert);
        report(change, severity, why.name());
      }
      case Decision.Ignore(Decision.Reason why) -> report(change, severity, why.name());
      case Decision.Tell(Alert alert) -> tell(change, severity, alert);
    }
  }

  private void tell(AlarmChange change, Severity severity, Alert alert) {
    alerts.keep(alert);
    Alert current = alert;
    List<NotTold> failures = new ArrayList<>();
    for (Channel channel : channels.on()) {
      if (channel.hears(severity) && !current.told().contains(channel.name())) {
        try {
          channel.tell(change, severity);
          current = current.toldTo(channel.name());
          alerts.keep(current);
        } catch (NotTold failure) {
          // The other channels are told all the same.
          failures.add(failure);
        }
      }
    }
    report(change, severity, failures.isEmpty() ? change.state().name() : "NOT_TOLD");
    if (!failures.isEmpty()) {
      NotTold first = failures.getFirst();
      failures.stream().skip(1).forEach(first::addSuppressed);
      throw first;
    }
  }

  private void report(AlarmChange change, Severity severity, String outcome) {
    metrics.count("alerts", severity.text(), outcome);
    LOG.atInfo()
        .addKeyValue("alarm", change.alarm())
        .addKeyValue("severity", severity.text())
        .addKeyValue("outcome", outcome)
        .log("alarm");
  }
}
