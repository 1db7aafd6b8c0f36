package cn.daxietong.casebook;

import cn.daxietong.attachment.Orientation;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/** Pictures as pages: a JPEG goes in as it is, turned the way the camera was held; others are read no finer than paper shows. */
final class Pictures {
    private static final float MARGIN = 42;
    private static final long MOST_BYTES = 48L << 20;
    private static final long MOST_PIXELS = 200_000_000;
    private static final long FINEST = 6_000_000;
    private static final int TAIL = 1 << 16;

    private Pictures() {}

    /** How many pages the picture makes, without reading it whole. */
    static int pages(Path file, String mediaType) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var reader = reader(in);
            try {
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw new TooLarge("图片超过两亿像素");
                }
                if (mediaType.equals("image/jpeg")) {
                    whole(file);
                    return 1;
                }
                return mediaType.equals("image/tiff") ? Math.max(1, reader.getNumImages(true)) : 1;
            } finally {
                reader.dispose();
            }
        }
    }

    /** Is too large to be a page; said in Chinese. */
    static final class TooLarge extends IOException {
        TooLarge(String message) {
            super(message);
        }
    }

    private static void whole(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            throw new TooLarge("图片超过 48 MB");
        }
        try (var in = Files.newByteChannel(file)) {
            in.position(Math.max(0, size - TAIL));
            var tail = java.nio.ByteBuffer.allocate((int) Math.min(size, TAIL));
            while (tail.hasRemaining() && in.read(tail) >= 0) {
                // until the end of the file is in it
            }
            var bytes = tail.array();
            for (int i = bytes.length - 2; i >= 0; i--) {
                if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) 0xD9) {
                    return;
                }
            }
            throw new IOException("no end of image");
        }
    }

    static PDPage page(PDDocument book, Path file, String mediaType, int frame) throws IOException {
        int turn = 0;
        PDImageXObject image;
        if (mediaType.equals("image/jpeg")) {
            var bytes = Files.readAllBytes(file);
            turn = Orientation.quarters(bytes);
            image = JPEGFactory.createFromByteArray(book, bytes);
        } else {
            var read = read(file, frame);
            image = read.getWidth() * (long) read.getHeight() > FINEST / 3
                    ? JPEGFactory.createFromImage(book, opaque(read), 0.85f)
                    : LosslessFactory.createFromImage(book, read);
        }
        return page(book, image, turn);
    }

    private static PDPage page(PDDocument book, PDImageXObject image, int turn) throws IOException {
        boolean upright = turn % 2 == 0;
        float width = upright ? image.getWidth() : image.getHeight();
        float height = upright ? image.getHeight() : image.getWidth();
        var paper = width > height * 1.2f
                ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
                : PDRectangle.A4;
        float scale = Math.min((paper.getWidth() - 2 * MARGIN) / width, (paper.getHeight() - 2 * MARGIN) / height);
        float w = width * scale;
        float h = height * scale;
        float x = (paper.getWidth() - w) / 2;
        float y = (paper.getHeight() - h) / 2;
        var placed =
                switch (turn) {
                    case 1 -> new Matrix(0, -h, w, 0, x, y + h);
                    case 2 -> new Matrix(-w, 0, 0, -h, x + w, y + h);
                    case 3 -> new Matrix(0, h, -w, 0, x + w, y);
                    default -> new Matrix(w, 0, 0, h, x, y);
                };
        var page = new PDPage(paper);
        try (var content = new PDPageContentStream(book, page)) {
            content.drawImage(image, placed);
        }
        return page;
    }

    private static BufferedImage read(Path file, int frame) throws IOException {
        try (var in = ImageIO.createImageInputStream(file.toFile())) {
            var reader = reader(in);
            try {
                long pixels = (long) reader.getWidth(frame) * reader.getHeight(frame);
                int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) pixels / FINEST)));
                var how = reader.getDefaultReadParam();
                how.setSourceSubsampling(step, step, 0, 0);
                return reader.read(frame, how);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage opaque(BufferedImage image) {
        var out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = out.createGraphics();
        graphics.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        graphics.dispose();
        return out;
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            throw new IOException("no picture that can be read");
        }
        var reader = readers.next();
        reader.setInput(in);
        return reader;
    }
}
