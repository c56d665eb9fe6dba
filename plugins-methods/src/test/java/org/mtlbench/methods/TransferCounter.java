package org.mtlbench.methods;

import ai.djl.pytorch.jni.JniUtils;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Counts transfers of tensor values between Java and native memory, which are the calls of the JNI
 * functions that take or return a buffer. On a GPU, each of them waits for the device.
 */
public final class TransferCounter {
  /** Transfers to Java; public, since the instrumented class increments it. */
  public static final AtomicInteger READS = new AtomicInteger();

  /** Transfers from Java; public, since the instrumented class increments it. */
  public static final AtomicInteger SENDS = new AtomicInteger();

  private TransferCounter() {}

  /** Instruments the tensor engine. */
  static void install() {
    ByteBuddyAgent.install();
    new ByteBuddy()
        .redefine(JniUtils.class)
        .visit(Advice.to(Read.class).on(ElementMatchers.named("getByteBuffer")))
        .visit(
            Advice.to(Send.class).on(ElementMatchers.namedOneOf("createNdFromByteBuffer", "set")))
        .make()
        .load(JniUtils.class.getClassLoader(), ClassReloadingStrategy.fromInstalledAgent());
  }

  /** Inlined at the start of reads. */
  private static final class Read {
    @Advice.OnMethodEnter
    static void enter() {
      READS.incrementAndGet();
    }
  }

  /** Inlined at the start of sends. */
  private static final class Send {
    @Advice.OnMethodEnter
    static void enter() {
      SENDS.incrementAndGet();
    }
  }
}
