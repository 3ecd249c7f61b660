package io.github.youtubeupload.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {
  /** A name server that maps x-10-0-0-1.test to 10.0.0.1, and knows nothing else but literals. */
  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    String literal =
        host.endsWith(".test") ? host.replaceAll("x-|\\.test", "").replace('-', '.') : host;
    if (!literal.matches("[0-9.]+")) {
      throw new UnknownHostException(host);
    }
    return List.of(InetAddress.getByName(literal));
  }

  private static final HostPolicy PUBLIC =
      HostPolicy.publicOnly().resolvedBy(HostPolicyTest::resolve);

  @ParameterizedTest(name = "{0} is refused: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://127.0.0.1/v.mp4                 | loopback
          http://127.0.0.1:8080/v.mp4            | loopback
          https://127.255.255.254/               | loopback
          http://127.0.0.1./                     | no valid host
          http://127.1/                          | no valid host
          http://127.0.1/                        | no valid host
          http://2130706433/                     | ambiguous
          http://017700000001/                   | ambiguous
          http://0x7f000001/                     | ambiguous
          http://0x7f.0.0.1/                     | no valid host
          http://0x7F.0x0.0x0.0x1/               | no valid host
          http://0177.0.0.1/                     | ambiguous
          http://127.0.0.01/                     | ambiguous
          http://127.000.000.001/                | ambiguous
          http://127.0.0.1.1/                    | no valid host
          http://256.256.256.256/                | no valid host
          http://0/                              | ambiguous
          http://foo.0x1/                        | no valid host
          http://%31%32%37.0.0.1/                | no valid host
          http://127%2e0%2e0%2e1/                | no valid host
          http://①②⑦.⓪.⓪.①/                     | no valid host
          http://localhost@127.0.0.1/            | user information
          http://127.0.0.1#@example.com/         | loopback
          http://example.com@10.0.0.1/           | user information
          http://user:secret@example.com/        | user information
          http://example.com:80@10.0.0.1/        | user information
          http://0.0.0.0/                        | this network
          http://0.1.2.3/                        | this network
          http://10.0.0.1/                       | private
          http://10.255.255.255/                 | private
          http://172.16.0.1/                     | private
          http://172.31.255.255/                 | private
          http://192.168.1.1/                    | private
          http://100.64.0.1/                     | CGNAT
          http://100.127.255.255/                | CGNAT
          http://169.254.0.1/                    | link-local
          http://169.254.169.254/latest/         | metadata
          http://168.63.129.16/                  | metadata
          http://100.100.100.200/                | metadata
          http://192.0.0.192/                    | metadata
          http://192.0.0.8/                      | reserved
          http://192.0.2.1/                      | documentation
          http://198.51.100.7/                   | documentation
          http://203.0.113.7/                    | documentation
          http://192.88.99.1/                    | 6to4
          http://198.18.0.1/                     | benchmarks
          http://198.19.255.255/                 | benchmarks
          http://224.0.0.1/                      | multicast
          http://239.255.255.250/                | multicast
          http://240.0.0.1/                      | reserved
          http://255.255.255.255/                | broadcast
          http://[::]/                           | unspecified
          http://[::1]/                          | loopback
          http://[0:0:0:0:0:0:0:1]/              | loopback
          http://[0000:0000:0000:0000:0000:0000:0000:0001]/ | loopback
          http://[::127.0.0.1]/                  | loopback
          http://[::ffff:127.0.0.1]/             | loopback
          http://[::ffff:7f00:1]/                | loopback
          http://[::ffff:10.0.0.1]/              | private
          http://[::ffff:169.254.169.254]/       | metadata
          http://[::ffff:0:127.0.0.1]/           | loopback
          http://[64:ff9b::127.0.0.1]/           | loopback
          http://[64:ff9b::a00:1]/               | private
          http://[64:ff9b::a9fe:a9fe]/           | metadata
          http://[64:ff9b:1::1]/                 | not in the public part
          http://[2002:7f00:1::]/                | loopback
          http://[2002:a00:1::1]/                | private
          http://[2002:a9fe:a9fe::1]/            | metadata
          http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/ | Teredo
          http://[2a00:1450::5efe:10.0.0.1]/     | private
          http://[2a00:1450::200:5efe:7f00:1]/   | loopback
          http://[2001:db8::1]/                  | documentation
          http://[3fff::1]/                      | documentation
          http://[2001:2::1]/                    | reserved
          http://[fe80::1]/                      | link-local
          http://[fe80::1%25eth0]/               | zone
          http://[febf::1]/                      | link-local
          http://[fec0::1]/                      | site-local
          http://[fc00::1]/                      | unique local
          http://[fd12:3456::1]/                 | unique local
          http://[fd00:ec2::254]/                | metadata
          http://[ff02::1]/                      | multicast
          http://[100::1]/                       | not in the public part
          http://[4000::1]/                      | not in the public part
          http://[5f00::1]/                      | not in the public part
          http://[::8.8.8.8]/                    | not in the public part
          http://x-127-0-0-1.test/               | leads to 127.0.0.1, loopback
          http://X-10-0-0-1.TEST/                | leads to 10.0.0.1, private
          http://x-169-254-169-254.test./        | metadata
          ftp://example.com/v.mp4                | only http and https
          file:///etc/passwd                     | only http and https
          jar:http://example.com/a.jar!/v        | only http and https
          gopher://127.0.0.1:6379/_INFO          | only http and https
          data:video/mp4;base64,AAAA             | only http and https
          //127.0.0.1/v.mp4                      | only http and https
          v.mp4                                  | only http and https
          http:///v.mp4                          | no valid host
          http:v.mp4                             | no valid host
          http://under_score.example.com/        | no valid host
          http://exämple.com/                    | no valid host
          http://93.184.215.14:0/                | port 0
          http://93.184.215.14:65536/            | port 65536
          """)
  void refuses(URI url, String reason) {
    assertThatThrownBy(() -> PUBLIC.check(url))
        .isInstanceOf(UrlRefusedException.class)
        .hasMessageContaining(reason)
        .message()
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://93.184.215.14/v.mp4",
        "https://1.1.1.1:8443/v.mp4?sig=x",
        "http://172.15.255.255/",
        "http://172.32.0.1/",
        "http://100.63.255.255/",
        "http://100.128.0.1/",
        "http://[2a00:1450:4001:827::200e]/",
        "http://[64:ff9b::8.8.8.8]/",
        "http://[2002:808:808::1]/",
        "http://x-8-8-8-8.test/",
        "HTTPS://X-8-8-8-8.TEST./"
      })
  void letsPublicOnesPass(URI url) {
    assertThatCode(() -> PUBLIC.check(url)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.20.3.4/v.mp4",
        "http://x-10-20-0-1.test/v.mp4",
        "http://[fd12::7]/v.mp4",
        "http://[::ffff:10.20.3.4]/",
        "http://192.168.7.7/v.mp4",
        "http://x-172-16-0-9.test/v.mp4",
        "http://127.0.0.1/"
      })
  void letsAllowedOnesPass(URI url) {
    HostPolicy farm =
        PUBLIC
            .allowNetwork("10.20.0.0/16")
            .allowNetwork("fd12::/16")
            .allowNetwork("127.0.0.1")
            .allowHost("192.168.7.7")
            .allowHost("X-172-16-0-9.test");
    assertThatCode(() -> farm.check(url)).doesNotThrowAnyException();
  }

  @Test
  void doesNotWidenBeyondWhatIsAllowed() {
    HostPolicy farm = PUBLIC.allowNetwork("10.20.0.0/16").allowHost("x-169-254-169-254.test");
    for (String url :
        List.of("http://10.21.0.1/", "http://192.168.7.7/", "http://x-169-254-169-254.test/")) {
      assertThatThrownBy(() -> farm.check(URI.create(url))).isInstanceOf(UrlRefusedException.class);
    }
  }

  @Test
  void refusesAHostOfWhichOneAddressIsPrivate() {
    HostPolicy mixed =
        PUBLIC.resolvedBy(
            host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")));
    assertThatThrownBy(() -> mixed.check(URI.create("http://cdn.example/")))
        .hasMessageContaining("leads to 10.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0.0.0/-1", "farm.internal", "", "10.0.0/x", "fd::/129"})
  void refusesANetworkThatIsNone(String cidr) {
    assertThatThrownBy(() -> HostPolicy.publicOnly().allowNetwork(cidr))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void printsNeitherQueryNorUserInformation() {
    UrlSource source =
        UrlSource.builder(URI.create("https://h.example/v.mp4?X-Signature=abcdef")).build();
    assertThat(source).hasToString("https://h.example/v.mp4");
    assertThat(source.locator()).isEmpty();
    assertThat(VideoSource.url(URI.create("https://h.example/v.mp4")).locator())
        .hasValue("https://h.example/v.mp4");
  }
}
