package cn.daxietong.cleancopy;

import cn.daxietong.attachment.Orientation;
import cn.daxietong.cleancopy.Hold.Held;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.w3c.dom.Node;

/** Pictures painted anew: what is not a pixel does not come through, and the turn that a camera only noted is carried out. */
final class Pictures {
    static final long MOST_PIXELS = 50_000_000;
    private static final int MOST_FRAMES = 300;
    private static final long MOST_HEAD = 16L << 20;

    private Pictures() {}

    /** Returns the extension of what was painted; a picture of several frames becomes pages. */
    static String repaint(Path in, Path out, String format) throws IOException, Held {
        ImageIO.setUseCache(false);
        try (var stream = ImageIO.createImageInputStream(in.toFile())) {
            var reader = reader(stream);
            try {
                int frames = format.equals("jpg") ? 1 : reader.getNumImages(true);
                if (frames > 1) {
                    return pages(reader, frames, out);
                }
                var picture = read(reader, 0);
                write(format.equals("jpg") ? turned(opaque(picture), quarters(in)) : plain(picture), format, out);
                return format;
            } finally {
                reader.dispose();
            }
        }
    }

    private static int quarters(Path jpeg) throws IOException {
        try (var in = Files.newInputStream(jpeg)) {
            return Orientation.quarters(in.readNBytes((int) MOST_HEAD));
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        var readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("no picture that can be read");
        }
        var reader = readers.next();
        reader.setInput(in);
        return reader;
    }

    private static BufferedImage read(ImageReader reader, int frame) throws IOException, Held {
        long pixels = (long) reader.getWidth(frame) * reader.getHeight(frame);
        if (pixels > MOST_PIXELS) {
            throw new Held(Hold.PIXELS);
        }
        return reader.read(frame);
    }

    private static String pages(ImageReader reader, int frames, Path out) throws IOException, Held {
        if (frames > MOST_FRAMES) {
            throw new Held(Hold.PAGES);
        }
        try (var pdf = new PDDocument()) {
            BufferedImage canvas = null;
            for (int i = 0; i < frames; i++) {
                var picture = read(reader, i);
                if (reader.getFormatName().equalsIgnoreCase("gif")) {
                    canvas = over(canvas, picture, offset(reader, i));
                    picture = canvas;
                }
                Pages.add(pdf, opaque(picture), Pages.DPI);
            }
            pdf.save(out.toFile());
        }
        return "pdf";
    }

    /** A GIF's frame holds only what changed. */
    private static BufferedImage over(
            @org.jspecify.annotations.Nullable BufferedImage canvas, BufferedImage frame, int[] at) {
        var below = canvas == null
                ? new BufferedImage(frame.getWidth() + at[0], frame.getHeight() + at[1], BufferedImage.TYPE_INT_ARGB)
                : canvas;
        var graphics = below.createGraphics();
        graphics.drawImage(frame, at[0], at[1], null);
        graphics.dispose();
        return below;
    }

    private static int[] offset(ImageReader reader, int frame) throws IOException {
        var metadata = reader.getImageMetadata(frame);
        for (Node node = metadata.getAsTree(metadata.getNativeMetadataFormatName())
                        .getFirstChild();
                node != null;
                node = node.getNextSibling()) {
            if (node.getNodeName().equals("ImageDescriptor")) {
                return new int[] {number(node, "imageLeftPosition"), number(node, "imageTopPosition")};
            }
        }
        return new int[] {0, 0};
    }

    private static int number(Node node, String name) {
        return Integer.parseInt(node.getAttributes().getNamedItem(name).getNodeValue());
    }

    /** On white, in plain colours: with a colour profile the maker of the camera would come through. */
    static BufferedImage opaque(BufferedImage picture) {
        if (picture.getType() == BufferedImage.TYPE_INT_RGB
                || (picture.getType() == BufferedImage.TYPE_3BYTE_BGR
                        && picture.getColorModel().getColorSpace().isCS_sRGB())) {
            return picture;
        }
        return painted(picture, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage plain(BufferedImage picture) {
        return picture.getColorModel().hasAlpha() ? painted(picture, BufferedImage.TYPE_INT_ARGB) : opaque(picture);
    }

    private static BufferedImage painted(BufferedImage picture, int type) {
        var out = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        var graphics = out.createGraphics();
        if (type == BufferedImage.TYPE_INT_ARGB) {
            // Colours under a full transparency could carry what is not seen.
            graphics.setComposite(AlphaComposite.SrcOver);
            graphics.drawImage(picture, 0, 0, null);
        } else {
            graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        }
        graphics.dispose();
        return out;
    }

    private static BufferedImage turned(BufferedImage picture, int quarters) {
        if (quarters == 0) {
            return picture;
        }
        int w = picture.getWidth();
        int h = picture.getHeight();
        var out = quarters == 2
                ? new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(h, w, BufferedImage.TYPE_INT_RGB);
        var turn = new AffineTransform();
        turn.translate(out.getWidth() / 2.0, out.getHeight() / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-w / 2.0, -h / 2.0);
        var graphics = out.createGraphics();
        graphics.drawImage(picture, turn, null);
        graphics.dispose();
        return out;
    }

    private static void write(BufferedImage picture, String format, Path out) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        try (var stream = ImageIO.createImageOutputStream(out.toFile())) {
            writer.setOutput(stream);
            var how = writer.getDefaultWriteParam();
            if (format.equals("jpg")) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(0.92f);
            }
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
