import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Draws the product's icon: a ROM chip whose window shows a text cursor. Run it as
 * {@code java -Djava.awt.headless=true DrawIcon.java DIRECTORY}; it writes icon16.png to icon256.png.
 */
public class DrawIcon {
	private static final int[] SIZES = { 16, 32, 48, 64, 128, 256 };

	public static void main(String[] arguments) throws IOException {
		for (int size : SIZES)
			ImageIO.write(draw(size), "png", new File(arguments[0], "icon" + size + ".png"));
	}

	/** The drawing is made on a grid of 16 x 16 units, so that the smallest icon has whole pixels. */
	private static BufferedImage draw(int size) {
		BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
		Graphics2D g = image.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.scale(size / 16.0, size / 16.0);
		g.setColor(new Color(0xB8BEC6));
		for (int pin = 0; pin < 4; pin++) {
			g.fill(new RoundRectangle2D.Double(0, 2.5 + pin * 3, 16, 1.5, 1, 1));
		}
		g.setColor(new Color(0x23303F));
		g.fill(new RoundRectangle2D.Double(2, 1, 12, 14, 2, 2));
		g.setColor(new Color(0x101820));
		g.fill(new RoundRectangle2D.Double(4, 4, 8, 8, 1, 1));
		g.setColor(new Color(0x4FD06A));
		g.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
		Path2D prompt = new Path2D.Double();
		prompt.moveTo(5.2, 6);
		prompt.lineTo(7.2, 8);
		prompt.lineTo(5.2, 10);
		g.draw(prompt);
		g.fill(new RoundRectangle2D.Double(8.2, 9.4, 2.8, 1.2, 0.4, 0.4));
		g.dispose();
		return image;
	}
}
