package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.kernel.PageId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Remembers what was told; what was not flushed is lost if the run is killed, which it is once so
/// much has been told.
public final class RecordingAnnouncements implements Announcements {

  /// What was told of a page.
  ///
  /// @param reason null for a page with content
  public record Told(Target target, String address, @Nullable PageRefusal reason) {}

  private final Map<PageId, Told> sent = new LinkedHashMap<>();
  private final Map<PageId, Told> waiting = new LinkedHashMap<>();
  private final Set<String> vanished = new LinkedHashSet<>();
  private Runnable whenSent = () -> {};
  private int said;
  private int killedAt = Integer.MAX_VALUE;

  /// No exception: nothing survives that a dead process could still have done.
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1;

    Killed() {
      super("killed");
    }
  }

  /// Each time that something was told for good.
  public synchronized void onFlush(Runnable then) {
    whenSent = then;
  }

  public synchronized void killAfter(int more) {
    killedAt = said + more;
  }

  public synchronized void live() {
    waiting.clear();
    killedAt = Integer.MAX_VALUE;
  }

  @Override
  public void fetched(PageId id, PageState state, FetchedPage page, String snapshotKey) {
    tell(id, new Told(state.target(), state.address(), null));
  }

  @Override
  public void refused(
      PageId id,
      Target target,
      String address,
      FetchedPage page,
      String snapshotKey,
      PageRefusal reason) {
    tell(id, new Told(target, address, reason));
  }

  @Override
  public synchronized void vanished(
      PageId id, PageState state, FetchedPage page, String snapshotKey) {
    vanished.add(state.address() + " " + state.absence().rounds() + " " + id.text());
  }

  /// Each as address, rounds and page id.
  public synchronized List<String> vanished() {
    return List.copyOf(vanished);
  }

  private synchronized void tell(PageId id, Told told) {
    if (said >= killedAt) {
      throw new Killed();
    }
    said++;
    waiting.put(id, told);
  }

  @Override
  public synchronized void flush() {
    boolean some = !waiting.isEmpty();
    sent.putAll(waiting);
    waiting.clear();
    if (some) {
      whenSent.run();
    }
  }

  /// Each once, however often it was told.
  public synchronized Map<PageId, Told> sent() {
    return Map.copyOf(sent);
  }

  public synchronized List<String> pages() {
    return sent.values().stream().filter(told -> told.reason() == null).map(Told::address).toList();
  }

  public synchronized List<PageRefusal> refusals() {
    return sent.values().stream().flatMap(told -> Stream.ofNullable(told.reason())).toList();
  }

  public synchronized int said() {
    return said;
  }
}
