import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Draws the icons of firmware files at 16 and 32 pixels: {@code java -Djava.awt.headless=true DrawSourceIcons.java FOLDER}. */
public final class DrawSourceIcons {
    private static final Color INK = new Color(0x546E7A);
    private static final Color PAPER = new Color(0xFAFBFC);

    private DrawSourceIcons() {
    }

    public static void main(String[] arguments) throws IOException {
        page(arguments[0], "file-c", "c", new Color(0x1565C0));
        page(arguments[0], "file-header", "h", new Color(0x6A1B9A));
        page(arguments[0], "file-assembly", "S", new Color(0xC62828));
        page(arguments[0], "file-script", "ld", new Color(0x2E7D32));
        for (int scale = 1; scale <= 2; scale++) {
            BufferedImage image = new BufferedImage(16 * scale, 16 * scale, BufferedImage.TYPE_INT_ARGB);
            disk(graphics(image, scale));
            write(image, arguments[0], "file-disk", scale);
        }
    }

    private static void page(String folder, String name, String letters, Color color) throws IOException {
        for (int scale = 1; scale <= 2; scale++) {
            BufferedImage image = new BufferedImage(16 * scale, 16 * scale, BufferedImage.TYPE_INT_ARGB);
            Graphics2D g = graphics(image, scale);
            Path2D paper = new Path2D.Double();
            paper.moveTo(2.5, 0.5);
            paper.lineTo(10.5, 0.5);
            paper.lineTo(13.5, 3.5);
            paper.lineTo(13.5, 15.5);
            paper.lineTo(2.5, 15.5);
            paper.closePath();
            g.setColor(PAPER);
            g.fill(paper);
            g.setColor(INK);
            g.draw(paper);
            g.setColor(color);
            g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, letters.length() > 1 ? 8 : 11));
            float left = 8 - g.getFontMetrics().stringWidth(letters) / 2f;
            g.drawString(letters, left, 12.5f);
            write(image, folder, name, scale);
        }
    }

    private static void disk(Graphics2D g) {
        g.setColor(INK);
        g.fill(new RoundRectangle2D.Double(1, 1, 14, 14, 2, 2));
        g.setColor(PAPER);
        g.fill(new RoundRectangle2D.Double(4, 1, 8, 5, 0.5, 0.5));
        g.setColor(new Color(0x90A4AE));
        g.fill(new Ellipse2D.Double(5, 8, 6, 6));
        g.setColor(INK);
        g.fill(new RoundRectangle2D.Double(9, 2, 2, 3, 0.5, 0.5));
    }

    private static Graphics2D graphics(BufferedImage image, int scale) {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.scale(scale, scale);
        g.setStroke(new BasicStroke(1));
        return g;
    }

    private static void write(BufferedImage image, String folder, String name, int scale) throws IOException {
        ImageIO.write(image, "png", new File(folder, name + (scale == 1 ? "" : "@2x") + ".png"));
    }
}
