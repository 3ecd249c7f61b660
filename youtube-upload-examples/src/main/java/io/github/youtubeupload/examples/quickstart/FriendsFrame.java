package io.github.youtubeupload.examples.quickstart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** Paints two friends on a meadow. No text: a machine without fonts can paint it too. */
final class FriendsFrame {
  /** The scene is drawn on a canvas of this size. */
  private static final int WIDTH = 512;

  private static final int HEIGHT = 288;
  private static final double GROUND = 235;
  private static final Color SKY = new Color(0x9fd8f0);
  private static final Color SUN = new Color(0xffd34d);
  private static final Color MEADOW = new Color(0x6fb552);
  private static final Color SKIN = new Color(0xf2c29b);
  private static final Color INK = new Color(0x33302e);
  private static final Color RED = new Color(0xd9483b);
  private static final Color BLUE = new Color(0x3b6fd9);

  private final Graphics2D canvas;

  private FriendsFrame(Graphics2D canvas) {
    this.canvas = canvas;
  }

  /** Paints what is to be seen at this time, in seconds. */
  static BufferedImage at(double time, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.scale((double) width / WIDTH, (double) height / HEIGHT);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    new FriendsFrame(canvas).paint(time);
    canvas.dispose();
    return image;
  }

  private void paint(double time) {
    canvas.setColor(SKY);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    disc(SUN, 440, 60, 30 + 2 * Math.sin(time * 3));
    disc(MEADOW, WIDTH / 2.0, 1120, 900);
    friend(RED, 190, time, 1);
    friend(BLUE, 322, time + 0.4, -1);
  }

  /** One bounces after the other; {@code side} is where the waving arm is not: at the friend. */
  private void friend(Color shirt, double x, double time, int side) {
    double up = 26 * Math.abs(Math.sin(time * Math.PI));
    double y = GROUND - up;
    double wave = 0.5 * Math.sin(time * 3 * Math.PI);
    limb(INK, x - 12, y - 45, x - 14, y);
    limb(INK, x + 12, y - 45, x + 14, y);
    limb(SKIN, x - side * 20, y - 92, x - side * (48 + 14 * wave), y - 140 + 8 * wave);
    limb(SKIN, x + side * 20, y - 92, x + side * 46, y - 70);
    canvas.setColor(shirt);
    canvas.fill(new RoundRectangle2D.Double(x - 26, y - 106, 52, 68, 24, 24));
    disc(SKIN, x, y - 130, 26);
    disc(INK, x - 9, y - 135, 3.5);
    disc(INK, x + 9, y - 135, 3.5);
    disc(RED, x, y - 119, 4 + up / 8);
  }

  private void disc(Color color, double x, double y, double radius) {
    canvas.setColor(color);
    canvas.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private void limb(Color color, double x1, double y1, double x2, double y2) {
    canvas.setColor(color);
    canvas.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.draw(new Line2D.Double(x1, y1, x2, y2));
  }
}
