package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.contact.MailDomains;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.regex.Pattern;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/// Asks the name server, by the JDK's own client. A domain takes mail if it names a mail server, or
/// else is a host itself (RFC 5321); one that names the root says that it takes none (RFC 7505).
final class DnsMailDomains implements MailDomains {

  private static final String MAIL = "MX";
  private static final List<String> HOSTS = List.of("A", "AAAA");
  private static final String ROOT = ".";
  private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9.-]{1,253}");
  private static final String TIMEOUT = "com.sun.jndi.dns.timeout.initial";
  private static final String RETRIES = "com.sun.jndi.dns.timeout.retries";

  // JNDI takes nothing younger.
  @SuppressWarnings("JdkObsolete")
  private final Hashtable<String, String> settings = new Hashtable<>();

  /// @param server as `dns://10.0.0.2:53`; empty for the one that the machine is told to ask
  DnsMailDomains(String server, Duration patience) {
    settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    settings.put(Context.PROVIDER_URL, server.isEmpty() ? "dns:" : server);
    settings.put(TIMEOUT, Long.toString(patience.toMillis()));
    settings.put(RETRIES, "1");
  }

  @Override
  public Answer ask(String domain) {
    if (!HOST_NAME.matcher(domain).matches()) {
      return Answer.UNKNOWN;
    }
    try {
      DirContext names = new InitialDirContext(settings);
      try {
        return answer(names, domain);
      } finally {
        names.close();
      }
    } catch (NameNotFoundException nobody) {
      return Answer.TAKES_NONE;
    } catch (NamingException | RuntimeException silent) {
      return Answer.UNKNOWN;
    }
  }

  /// One kind of record after another: a question for several asks for any, which servers refuse.
  private static Answer answer(DirContext names, String domain) throws NamingException {
    List<String> servers = texts(attributes(names, domain, MAIL).get(MAIL));
    if (!servers.isEmpty()) {
      return servers.stream().allMatch(DnsMailDomains::isRoot)
          ? Answer.TAKES_NONE
          : Answer.TAKES_MAIL;
    }
    for (String host : HOSTS) {
      if (attributes(names, domain, host).size() > 0) {
        return Answer.TAKES_MAIL;
      }
    }
    return Answer.TAKES_NONE;
  }

  // JNDI is dangerous where a name may choose the protocol. A host's name has no colon.
  @SuppressWarnings("BanJNDI")
  private static Attributes attributes(DirContext names, String domain, String record)
      throws NamingException {
    return names.getAttributes(domain, new String[] {record});
  }

  /// `0 .`
  private static boolean isRoot(String server) {
    return server.substring(server.indexOf(' ') + 1).equals(ROOT);
  }

  private static List<String> texts(@Nullable Attribute attribute) throws NamingException {
    List<String> texts = new ArrayList<>();
    if (attribute == null) {
      return texts;
    }
    NamingEnumeration<?> values = attribute.getAll();
    while (values.hasMore()) {
      texts.add(String.valueOf(values.next()));
    }
    return texts;
  }
}
