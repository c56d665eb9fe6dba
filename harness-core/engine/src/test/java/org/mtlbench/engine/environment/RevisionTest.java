package org.mtlbench.engine.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevisionTest {
  private static final String PROPERTY = "mtlbench.revision";

  @AfterEach
  void clear() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void readsRevisionOfLauncher() {
    System.setProperty(PROPERTY, "0123456789ab-dirty");
    assertThat(Machine.revision()).contains("0123456789ab-dirty");
  }

  @Test
  void isUnknownOutsideOfCheckout() {
    System.clearProperty(PROPERTY);
    assertThat(Machine.revision()).isEmpty();
    System.setProperty(PROPERTY, "");
    assertThat(Machine.revision()).isEmpty();
  }
}
