package io.github.youtubeupload.examples.backend;

import io.github.youtubeupload.SecretWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.UnexpectedAlertBehaviour;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A window of a fresh Chromium that shows the page. */
final class Page implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final Path profile;
  private final String url;

  private Page(ChromeDriver driver, Path profile, String url) {
    this.driver = driver;
    this.profile = profile;
    this.url = url;
  }

  /** The browser and its driver, if both are installed. */
  static Optional<List<Path>> chromium() {
    Optional<Path> browser = onPath("chromium", "google-chrome", "chromium-browser");
    Optional<Path> driver = onPath("chromedriver");
    return browser.flatMap(b -> driver.map(d -> List.of(b, d)));
  }

  private static Optional<Path> onPath(String... names) {
    return Stream.of(names)
        .flatMap(
            name -> Stream.of(System.getenv("PATH").split(":", -1)).map(dir -> Path.of(dir, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Page open(String url, String language, int width, int height, String colours)
      throws IOException {
    List<Path> installed = chromium().orElseThrow();
    Path profile = Files.createTempDirectory("page-test");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(installed.get(0).toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--user-data-dir=" + profile,
        "--accept-lang=" + language,
        "--lang=" + language,
        "--window-size=" + Math.max(width, 500) + "," + height);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language));
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    options.setUnhandledPromptBehaviour(UnexpectedAlertBehaviour.ACCEPT);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(installed.get(1).toFile())
            .usingAnyFreePort()
            .build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    driver.get(url);
    Page page = new Page(driver, profile, url);
    page.await("return !welcome.hidden || !desk.hidden");
    return page;
  }

  /** Through the consent screen, and back. */
  void signIn(String channel) {
    click("#sign-in");
    await("return document.querySelector('button[value=allow]') !== null");
    driver.executeScript(
        "const channel = document.querySelector('select[name=channel]');"
            + "channel.value = [...channel.options].map(o => o.value).find(v => v.includes(arguments[0]))",
        channel);
    click("button[value=allow]");
    await(
        "return location.href === '"
            + url
            + "' && !desk.hidden && document.getElementById('quota-left').textContent !== '–'");
  }

  void upload(Path file, String title) {
    fill(file, title);
    click("#submit");
  }

  void fill(Path file, String title) {
    driver.findElement(By.id("file")).sendKeys(file.toAbsolutePath().toString());
    type(".draft:last-child .draft-title", title);
  }

  /** Several at once, as from one dialog. */
  void choose(Path... files) {
    String all =
        Stream.of(files)
            .map(file -> file.toAbsolutePath().toString())
            .collect(java.util.stream.Collectors.joining("\n"));
    driver.findElement(By.id("file")).sendKeys(all);
  }

  /** The rest of a broken post. */
  void pickAgain(String card, Path file) {
    click(card + " .pick");
    driver.findElement(By.cssSelector(card + " .pick-file")).sendKeys(file.toString());
  }

  /** Bytes a second that this browser sends; 0 for as many as it can. */
  void throttle(int bytesPerSecond) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of(
            "offline",
            false,
            "latency",
            0,
            "downloadThroughput",
            -1,
            "uploadThroughput",
            bytesPerSecond == 0 ? -1 : bytesPerSecond));
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  void reload() {
    driver.navigate().refresh();
    await("return document.readyState === 'complete' && !desk.hidden");
  }

  /** A second window of the same browser; gives back the first. */
  String openAnother() {
    String first = driver.getWindowHandle();
    driver.switchTo().newWindow(WindowType.TAB);
    driver.get(url);
    await("return !desk.hidden");
    return first;
  }

  String switchTo(String window) {
    String before = driver.getWindowHandle();
    driver.switchTo().window(window);
    return before;
  }

  /** What axe-core finds that is serious or worse, one a line. */
  String accessibilityProblems() {
    try (java.io.InputStream axe = Page.class.getResourceAsStream("/axe.min.js")) {
      driver.executeScript(
          new String(
              java.util.Objects.requireNonNull(axe).readAllBytes(),
              java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return (String)
        driver.executeAsyncScript(
            """
            const done = arguments[0];
            axe.run().then(found => done(found.violations
              .filter(v => ['serious', 'critical', 'moderate'].includes(v.impact))
              .map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '))
              .join('\\n')), error => done(String(error)));
            """);
  }

  void type(String selector, String text) {
    driver.findElement(By.cssSelector(selector)).clear();
    driver.findElement(By.cssSelector(selector)).sendKeys(text);
  }

  /** Waits, in the page, until a script that begins with "return" is true. */
  void await(String script) {
    String wait =
        """
        const done = arguments[arguments.length - 1];
        const check = () => { try { return (() => { %s })(); } catch { return false; } };
        const look = () => check() ? done(true) : setTimeout(look, 30);
        look();
        """;
    ((JavascriptExecutor) driver).executeAsyncScript(wait.formatted(script));
  }

  void awaitThere(String selector) {
    await("return document.querySelector(\"" + selector + "\") !== null");
  }

  void awaitText(String selector, String text) {
    await(
        "return document.querySelector(\"%s\").textContent.includes('%s')"
            .formatted(selector, text));
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  void doubleClick(String selector) {
    new Actions(driver).doubleClick(driver.findElement(By.cssSelector(selector))).perform();
  }

  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  String value(String selector) {
    return String.valueOf(driver.findElement(By.cssSelector(selector)).getDomProperty("value"));
  }

  String text(String selector) {
    return driver.findElement(By.cssSelector(selector)).getText();
  }

  String attribute(String selector, String name) {
    return String.valueOf(driver.findElement(By.cssSelector(selector)).getDomAttribute(name));
  }

  /** What Tab reaches, by id or name, from the top of the page. */
  List<String> tabStops(int presses) {
    List<String> stops = new ArrayList<>();
    for (int i = 0; i < presses; i++) {
      new Actions(driver).sendKeys(Keys.TAB).perform();
      stops.add(
          String.valueOf(
              driver.executeScript(
                  "const e = document.activeElement; return e.id || e.name || e.className")));
    }
    return stops;
  }

  /** Controls without a name for those who cannot see them. */
  String unlabelled() {
    return (String)
        driver.executeScript(
            """
        return [...document.querySelectorAll('input,textarea,button,select')]
          .filter(e => !e.closest('[hidden]') && !e.labels?.length && !e.textContent.trim() && !e.ariaLabel)
          .map(e => e.outerHTML).join()
        """);
  }

  boolean overflows() {
    return Boolean.TRUE.equals(
        driver.executeScript(
            "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
  }

  /** What the console has of errors, refused content included. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(entry -> entry.getMessage())
        .filter(message -> message.contains(url))
        .toList();
  }

  void photograph(Path file) throws IOException {
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() throws IOException {
    SecretWatch.read("the page", driver.getCurrentUrl() + driver.getPageSource());
    driver.quit();
    try (Stream<Path> all = Files.walk(profile)) {
      all.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
