package cn.daxietong.document;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads off a pressed page what stands where, in millimetres from its top left corner. */
final class PageTracer extends PDFGraphicsStreamEngine {
    private static final double MM = 25.4 / 72;

    /** Something on the page. */
    sealed interface Mark {}

    /** Glyphs of one font, size and colour on one line, each with its place. */
    record Line(String font, double size, int rgb, double y, List<Glyph> glyphs) implements Mark {}

    record Glyph(String text, double x) {}

    /**
     * @param width the stroke's width; 0 fills the shape
     */
    record Shape(GeneralPath path, double width, int rgb, boolean evenOdd) implements Mark {}

    record Picture(byte[] png, double x, double y, double width, double height) implements Mark {}

    private final List<Mark> marks = new ArrayList<>();
    private final GeneralPath path = new GeneralPath();
    private final AffineTransform toPaper;

    private PageTracer(PDPage page) {
        super(page);
        toPaper = new AffineTransform(MM, 0, 0, -MM, 0, page.getMediaBox().getHeight() * MM);
    }

    static List<Mark> trace(PDPage page) throws IOException {
        var tracer = new PageTracer(page);
        tracer.processPage(page);
        return tracer.marks;
    }

    @Override
    protected void showGlyph(Matrix rendering, PDFont font, int code, Vector displacement) throws IOException {
        var text = font.toUnicode(code);
        if (text == null || text.isEmpty()) {
            throw new IOException("a glyph of " + font.getName() + " has lost its character");
        }
        var at = paper(rendering.getTranslateX(), rendering.getTranslateY());
        var name = font.getName().substring(font.getName().indexOf('+') + 1);
        double size = rendering.getScalingFactorY() * MM;
        int rgb = rgb(getGraphicsState().getNonStrokingColor());
        var glyph = new Glyph(text, at.getX());
        if (!marks.isEmpty()
                && marks.getLast() instanceof Line line
                && line.font().equals(name)
                && line.rgb() == rgb
                && Math.abs(line.size() - size) < 0.001
                && Math.abs(line.y() - at.getY()) < 0.001
                && line.glyphs().getLast().x() <= glyph.x()) {
            line.glyphs().add(glyph);
        } else {
            marks.add(new Line(name, size, rgb, at.getY(), new ArrayList<>(List.of(glyph))));
        }
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        var placed = getGraphicsState().getCurrentTransformationMatrix();
        var corner = paper(placed.getTranslateX(), placed.getTranslateY() + placed.getScalingFactorY());
        var out = new ByteArrayOutputStream();
        ImageIO.write(image.getImage(), "PNG", out);
        marks.add(new Picture(
                out.toByteArray(),
                corner.getX(),
                corner.getY(),
                placed.getScalingFactorX() * MM,
                placed.getScalingFactorY() * MM));
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        var point = path.getCurrentPoint();
        return point == null ? new Point2D.Float() : point;
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void clip(int windingRule) {
        // The style sheet clips nothing that shows; what is clipped is a box's own empty edge.
    }

    @Override
    public void strokePath() throws IOException {
        var state = getGraphicsState();
        double width =
                state.getLineWidth() * state.getCurrentTransformationMatrix().getScalingFactorX() * MM;
        keep(Math.max(width, 0.05), rgb(state.getStrokingColor()), false);
        path.reset();
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        keep(0, rgb(getGraphicsState().getNonStrokingColor()), windingRule == PathIterator.WIND_EVEN_ODD);
        path.reset();
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        keep(0, rgb(getGraphicsState().getNonStrokingColor()), windingRule == PathIterator.WIND_EVEN_ODD);
        strokePath();
    }

    @Override
    public void shadingFill(COSName shadingName) throws IOException {
        throw new IOException("a document has no shading");
    }

    private void keep(double width, int rgb, boolean evenOdd) {
        var shape = new GeneralPath(path);
        shape.transform(toPaper);
        if (!shape.getBounds2D().isEmpty() || width > 0) {
            marks.add(new Shape(shape, width, rgb, evenOdd));
        }
    }

    private Point2D paper(double x, double y) {
        return toPaper.transform(new Point2D.Double(x, y), null);
    }

    private static int rgb(PDColor color) throws IOException {
        return color.toRGB();
    }
}
