import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Draws the debugger's icons at 16 and 32 pixels: java DrawDebugIcons.java FOLDER. */
public final class DrawDebugIcons {
    private static final Color INK = new Color(0x455A64);
    private static final Color BLUE = new Color(0x1E88E5);
    private static final Color GREEN = new Color(0x43A047);
    private static final Color RED = new Color(0xE53935);
    private static final Color AMBER = new Color(0xFB8C00);
    private static final Color PALE = new Color(0xECEFF1);

    private DrawDebugIcons() {
    }

    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, Consumer<Graphics2D>> icon : icons().entrySet()) {
            draw(new File(arguments[0], icon.getKey() + ".png"), 1, icon.getValue());
            draw(new File(arguments[0], icon.getKey() + "@2x.png"), 2, icon.getValue());
        }
    }

    private static void draw(File file, int scale, Consumer<Graphics2D> icon) throws IOException {
        BufferedImage image = new BufferedImage(16 * scale, 16 * scale, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(scale, scale);
        g.setStroke(new BasicStroke(1.2f));
        icon.accept(g);
        g.dispose();
        ImageIO.write(image, "png", file);
    }

    private static Map<String, Consumer<Graphics2D>> icons() {
        Map<String, Consumer<Graphics2D>> icons = new LinkedHashMap<>();
        icons.put("vga", g -> {
            box(g, 1, 2, 14, 10, Color.BLACK);
            line(g, AMBER, 3, 5, 9, 5);
            line(g, AMBER, 3, 8, 6, 8);
            line(g, INK, 5, 14, 11, 14);
        });
        icons.put("guest", g -> {
            box(g, 1, 2, 14, 9, BLUE);
            box(g, 3, 12, 10, 2, INK);
        });
        icons.put("e820", g -> {
            box(g, 1, 5, 4, 6, GREEN);
            box(g, 5, 5, 3, 6, RED);
            box(g, 8, 5, 7, 6, GREEN);
        });
        icons.put("segments", g -> {
            box(g, 2, 1, 12, 4, BLUE);
            box(g, 2, 6, 12, 4, AMBER);
            box(g, 2, 11, 12, 4, GREEN);
        });
        icons.put("tables", g -> {
            box(g, 1, 2, 14, 12, PALE);
            line(g, INK, 1, 6, 15, 6);
            line(g, INK, 1, 10, 15, 10);
            line(g, INK, 6, 2, 6, 14);
        });
        icons.put("disassembly", g -> {
            line(g, BLUE, 1, 3, 5, 3);
            line(g, INK, 7, 3, 15, 3);
            line(g, BLUE, 1, 7, 5, 7);
            line(g, INK, 7, 7, 12, 7);
            line(g, BLUE, 1, 11, 5, 11);
            line(g, RED, 7, 11, 14, 11);
            line(g, BLUE, 1, 15, 5, 15);
        });
        icons.put("trace", g -> {
            line(g, INK, 3, 2, 3, 13);
            line(g, INK, 3, 6, 8, 6);
            line(g, INK, 3, 13, 8, 13);
            dot(g, 3, 2, BLUE);
            dot(g, 10, 6, GREEN);
            dot(g, 10, 13, AMBER);
        });
        icons.put("devices", g -> {
            for (int i = 4; i <= 12; i += 4) {
                line(g, INK, i, 1, i, 15);
                line(g, INK, 1, i, 15, i);
            }
            box(g, 3, 3, 10, 10, GREEN);
        });
        icons.put("reload", g -> {
            box(g, 4, 4, 8, 8, AMBER);
            g.setColor(INK);
            g.drawArc(1, 1, 13, 13, 20, 250);
            triangle(g, INK, 15, 3, 15, 8, 11, 6);
        });
        icons.put("instruction", g -> {
            letter(g, "i", BLUE, 1);
            triangle(g, GREEN, 8, 6, 15, 9, 8, 13);
        });
        icons.put("refresh", g -> {
            g.setColor(GREEN);
            g.drawArc(2, 2, 12, 12, 40, 280);
            triangle(g, GREEN, 15, 2, 14, 8, 10, 5);
        });
        icons.put("copy", g -> {
            box(g, 2, 1, 8, 10, PALE);
            box(g, 6, 5, 8, 10, Color.WHITE);
        });
        icons.put("export", g -> {
            box(g, 2, 4, 8, 10, PALE);
            line(g, GREEN, 6, 9, 12, 3);
            triangle(g, GREEN, 15, 1, 14, 6, 10, 2);
        });
        icons.put("screenshot", g -> {
            box(g, 1, 4, 14, 10, INK);
            dot(g, 8, 9, BLUE);
            box(g, 5, 2, 5, 2, INK);
        });
        icons.put("mouse", g -> {
            g.setColor(Color.WHITE);
            g.fill(new RoundRectangle2D.Double(4, 1, 8, 14, 7, 7));
            g.setColor(INK);
            g.draw(new RoundRectangle2D.Double(4, 1, 8, 14, 7, 7));
            line(g, INK, 4, 6, 12, 6);
            line(g, INK, 8, 1, 8, 6);
        });
        icons.put("keyboard", g -> {
            box(g, 1, 4, 14, 8, PALE);
            for (int x = 3; x < 14; x += 3) {
                line(g, INK, x, 6.5, x + 1, 6.5);
            }
            line(g, INK, 4, 9.5, 12, 9.5);
        });
        icons.put("up", g -> triangle(g, BLUE, 2, 11, 8, 4, 14, 11));
        icons.put("down", g -> triangle(g, BLUE, 2, 5, 8, 12, 14, 5));
        icons.put("breakpoint", g -> dot(g, 8, 8, BLUE));
        icons.put("breakpoint-off", g -> {
            g.setColor(INK);
            g.draw(new Ellipse2D.Double(5, 5, 6, 6));
        });
        icons.put("watchpoint", g -> {
            dot(g, 5, 8, BLUE);
            line(g, AMBER, 9, 6, 15, 6);
            line(g, AMBER, 9, 10, 15, 10);
        });
        icons.put("breakpoint-port", g -> {
            dot(g, 5, 8, BLUE);
            triangle(g, GREEN, 9, 4, 15, 8, 9, 12);
        });
        icons.put("breakpoint-interrupt", g -> {
            dot(g, 4, 8, BLUE);
            triangle(g, AMBER, 12, 1, 8, 9, 11, 9);
            triangle(g, AMBER, 11, 15, 15, 7, 11, 7);
        });
        icons.put("breakpoint-mode", g -> {
            dot(g, 4, 8, BLUE);
            box(g, 9, 4, 5, 8, GREEN);
        });
        icons.put("breakpoint-add", g -> {
            dot(g, 6, 9, BLUE);
            line(g, GREEN, 12, 1, 12, 7);
            line(g, GREEN, 9, 4, 15, 4);
        });
        icons.put("runto", g -> {
            line(g, INK, 3, 13, 13, 13);
            triangle(g, GREEN, 3, 3, 13, 3, 8, 11);
        });
        icons.put("setip", g -> triangle(g, AMBER, 3, 3, 14, 8, 3, 13));
        icons.put("rom", g -> {
            for (int x = 3; x < 15; x += 3) {
                line(g, INK, x, 2, x, 14);
            }
            box(g, 1, 4, 14, 8, INK);
            dot(g, 4, 8, AMBER);
        });
        icons.put("machine", g -> {
            box(g, 3, 1, 9, 14, PALE);
            line(g, INK, 5, 4, 10, 4);
            dot(g, 8, 11, GREEN);
        });
        icons.put("drive", g -> {
            box(g, 1, 5, 14, 7, PALE);
            dot(g, 12, 9, GREEN);
            line(g, INK, 3, 9, 8, 9);
        });
        icons.put("console", g -> {
            box(g, 1, 2, 14, 12, PALE);
            line(g, INK, 3, 5, 5, 7);
            line(g, INK, 3, 9, 5, 7);
            line(g, INK, 7, 10, 11, 10);
        });
        icons.put("debugger", g -> {
            dot(g, 8, 9, GREEN);
            line(g, INK, 2, 6, 5, 8);
            line(g, INK, 14, 6, 11, 8);
            line(g, INK, 2, 13, 5, 10);
            line(g, INK, 14, 13, 11, 10);
        });
        return icons;
    }

    private static void box(Graphics2D g, double x, double y, double width, double height, Color fill) {
        RoundRectangle2D shape = new RoundRectangle2D.Double(x, y, width, height, 1.5, 1.5);
        g.setColor(fill);
        g.fill(shape);
        g.setColor(INK);
        g.draw(shape);
    }

    private static void line(Graphics2D g, Color colour, double x1, double y1, double x2, double y2) {
        g.setColor(colour);
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private static void dot(Graphics2D g, double x, double y, Color fill) {
        Ellipse2D shape = new Ellipse2D.Double(x - 3, y - 3, 6, 6);
        g.setColor(fill);
        g.fill(shape);
        g.setColor(fill.darker());
        g.draw(shape);
    }

    private static void triangle(Graphics2D g, Color fill, double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        path.lineTo(points[2], points[3]);
        path.lineTo(points[4], points[5]);
        path.closePath();
        g.setColor(fill);
        g.fill(path);
    }

    private static void letter(Graphics2D g, String letter, Color colour, int x) {
        g.setColor(colour);
        g.setFont(new Font(Font.SERIF, Font.BOLD | Font.ITALIC, 15));
        g.drawString(letter, x, 13);
    }
}
