package org.mtlbench.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class TerminalSvgTest {
  private static final String HEADER = "Script started\n";

  private static String svg(List<String> parts) {
    List<String> timing = new ArrayList<>();
    for (String part : parts) {
      timing.add("0.500000 " + part.getBytes(StandardCharsets.UTF_8).length);
    }
    String output = HEADER + String.join("", parts);
    return TerminalSvg.of(20, 4, output.getBytes(StandardCharsets.UTF_8), timing);
  }

  @Test
  void animatesLinesThatChangeAndKeepsLastScreen() throws Exception {
    String svg =
        svg(
            List.of(
                "a < b & ±1\r\n",
                "\r\u001b[2K 10 %",
                "\r\u001b[2K\u001b[36m 50 %\u001b[0m of it",
                "\r\u001b[J\u001b[32mdone\u001b[0m"));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("text").getLength()).isEqualTo(4);
    assertThat(svg)
        .contains(">a &lt; b &amp; ±1</text>")
        .contains("visibility=\"hidden\"> 10 %<animate")
        .contains(" <tspan class=\"s36\">50 % </tspan>of it")
        .contains("\"><tspan class=\"s32\">done</tspan><animate");
  }

  @Test
  void scrollsAtBottom() {
    String svg = svg(List.of("one\r\ntwo\r\nthree\r\nfour\r\nfive"));

    assertThat(svg).contains("y=\"28\">two<", ">five<").doesNotContain("one");
  }
}
