package io.github.youtubeupload.examples.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Whom the program talks to: a person at a terminal, or a log. */
final class Console {
  private final PrintStream out;
  private final PrintStream err;
  private final InputStream in;
  private final boolean terminal;

  Console(PrintStream out, PrintStream err, InputStream in, boolean terminal) {
    this.out = out;
    this.err = err;
    this.in = in;
    this.terminal = terminal;
  }

  static Console system() {
    return new Console(System.out, System.err, System.in, hasTerminal());
  }

  boolean isTerminal() {
    return terminal;
  }

  void say(String line) {
    out.println(line);
  }

  void complain(Exception failure) {
    err.println(failure.getMessage());
  }

  ProgressDisplay progressDisplay() {
    return terminal ? new ProgressBar(out) : new ProgressLog(out);
  }

  void awaitEnter(String prompt) throws IOException {
    out.print(prompt);
    out.flush();
    int typed = in.read();
    while (typed >= 0 && typed != '\n') {
      typed = in.read();
    }
  }

  /** Since JDK 22 there may be a console without a terminal, and a method to ask it. */
  @SuppressWarnings(
      "SystemConsoleNull") // null before JDK 22, and asked for isTerminal from then on
  private static boolean hasTerminal() {
    java.io.Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
