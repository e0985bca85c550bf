package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.PageAnswer.Answered;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // its lines end as the protocol's do
class HttpAnswerTest {

  private static final int MAX = 1_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nX-A: b\r\nx-a: c\r\n\r\nhomeless",
        "HTTP/1.0 200\nX-A:b\n\nhome",
        "HTTP/1.1 200 OK\r\nX-A: b\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "2;x=1\r\nho\r\n2\r\nme\r\n0\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n"
            + "HTTP/1.1 200 OK\r\nno header\r\nX-A: b\r\n\r\nhome"
      })
  void readsWhateverSaysWhereItEnds(String text) throws IOException {
    Answered answer = (Answered) read(text);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("X-A")).isEqualTo("b");
    assertThat(answer.body().asUtf8()).isEqualTo("home");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void whatHasNoBodyHasNone(int status) throws IOException {
    String text = "HTTP/1.1 " + status + " -\r\nContent-Length: 4\r\n\r\n";

    assertThat(((Answered) read(text)).body().asUtf8()).isEmpty();
  }

  @Test
  void unpacksWhatIsPackedButNoMoreThanItsLimit() throws IOException {
    assertThat(((Answered) packed("home")).body().asUtf8()).isEqualTo("home");
    assertThat(((Answered) packed("x".repeat(MAX))).body().asUtf8()).hasSize(MAX);
    assertThat(packed("x".repeat(MAX + 1))).isEqualTo(new PageAnswer.TooLarge(MAX));
    assertThat(packed("x".repeat(500 * MAX))).isEqualTo(new PageAnswer.TooLarge(MAX));
    String nothing = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n";
    assertThat(((Answered) read(nothing)).body().asUtf8()).isEmpty();
  }

  @Test
  void takesAPageOfItsLimitAndNoLarger() throws IOException {
    String most = "x".repeat(MAX);

    assertThat(((Answered) read("HTTP/1.1 200 OK\r\n\r\n" + most)).body().asUtf8()).hasSize(MAX);
    for (String larger :
        new String[] {
          "HTTP/1.1 200 OK\r\n\r\n" + most + "x",
          "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n",
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3E9\r\n",
          "HTTP/1.1 200 OK\r\nX: " + "x".repeat(HttpAnswer.MAX_HEADER_BYTES),
          "HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(HttpAnswer.MAX_HEADER_BYTES / 5)
        }) {
      assertThat(read(larger)).isEqualTo(new PageAnswer.TooLarge(MAX));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\r\n\r\n",
        "HTTP/2 200 OK..\r\n\r\n",
        "HTTP/1.1 2x0 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxx",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nxyz\r\n0\r\n\r\n"
      })
  void refusesWhatIsNoAnswer(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(HttpAnswer.MalformedAnswerException.class);
  }

  @Test
  void refusesAnswersThatAreOnlyPromised() {
    assertThatThrownBy(() -> read("HTTP/1.1 100 Continue\r\n\r\n".repeat(9)))
        .hasMessageContaining("interim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nho",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nho"
      })
  void anAnswerThatIsCutOffIsNone(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(EOFException.class);
  }

  private static PageAnswer packed(String text) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
      gzip.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return HttpAnswer.read(new ByteArrayInputStream(body.toByteArray()), MAX);
  }

  private static PageAnswer read(String text) throws IOException {
    return HttpAnswer.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), MAX);
  }
}
