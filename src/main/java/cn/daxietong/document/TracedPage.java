package cn.daxietong.document;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.ofdrw.core.basicStructure.pageObj.layer.block.CT_PageBlock;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.basicType.ST_ID;
import org.ofdrw.core.basicType.ST_Loc;
import org.ofdrw.core.graph.pathObj.AbbreviatedData;
import org.ofdrw.core.graph.pathObj.CT_Path;
import org.ofdrw.core.graph.pathObj.Rule;
import org.ofdrw.core.image.CT_Image;
import org.ofdrw.core.pageDescription.color.color.CT_Color;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.core.text.text.CT_Text;
import org.ofdrw.font.Font;
import org.ofdrw.layout.element.Div;
import org.ofdrw.layout.element.Position;
import org.ofdrw.layout.engine.ResManager;
import org.ofdrw.layout.engine.VPageParseEngine;
import org.ofdrw.layout.engine.render.Processor;
import org.ofdrw.layout.engine.render.RenderException;

/** One page for OFD: what the tracer read, written object by object at the same millimetre. */
final class TracedPage extends Div<TracedPage> {
    static final double WIDTH = 210;
    static final double HEIGHT = 297;
    private static final String TYPE = "TracedPage";
    private static final double ASCENT = 0.88;
    private static final double LINE = 1.2;

    static {
        VPageParseEngine.register(TYPE, new Writer());
    }

    private final List<PageTracer.Mark> marks;
    private final Map<String, Font> fonts;
    private final Path folder;

    TracedPage(List<PageTracer.Mark> marks, Map<String, Font> fonts, Path folder) {
        super(WIDTH, HEIGHT);
        this.marks = marks;
        this.fonts = fonts;
        this.folder = folder;
        setPosition(Position.Absolute);
        setXY(0d, 0d);
    }

    @Override
    public String elementType() {
        return TYPE;
    }

    /** Writes the marks; stateless, for the library keeps one for all pages. */
    private static final class Writer implements Processor {
        @Override
        @SuppressWarnings("rawtypes") // the library's own signature
        public void render(ST_Loc at, CT_PageBlock block, ResManager resources, Div element, AtomicInteger ids)
                throws RenderException {
            var page = (TracedPage) element;
            try {
                for (var mark : page.marks) {
                    var id = new ST_ID(ids.incrementAndGet());
                    switch (mark) {
                        case PageTracer.Line line ->
                            block.addPageBlock(text(line, resources.addFont(page.font(line.font())))
                                    .toObj(id));
                        case PageTracer.Shape shape ->
                            block.addPageBlock(path(shape).toObj(id));
                        case PageTracer.Picture picture -> {
                            var file = Files.write(page.folder.resolve(name(picture)), picture.png());
                            block.addPageBlock(
                                    image(picture, resources.addImage(file)).toObj(id));
                        }
                    }
                }
            } catch (IOException e) {
                throw new RenderException("a page cannot be written", e);
            }
        }

        private static String name(PageTracer.Picture picture) {
            return UUID.nameUUIDFromBytes(picture.png()) + ".png";
        }
    }

    private Font font(String name) {
        return java.util.Objects.requireNonNull(fonts.get(name));
    }

    private static CT_Text text(PageTracer.Line line, ST_ID font) {
        var glyphs = line.glyphs();
        double x = glyphs.getFirst().x();
        double top = line.y() - ASCENT * line.size();
        var content = new StringBuilder();
        var steps = new ST_Array();
        for (int i = 0; i < glyphs.size(); i++) {
            content.append(glyphs.get(i).text());
            if (i > 0) {
                steps.add(millimetres(glyphs.get(i).x() - glyphs.get(i - 1).x()));
            }
        }
        var code =
                new TextCode().setCoordinate(0d, rounded(ASCENT * line.size())).setContent(content.toString());
        if (glyphs.size() > 1) {
            code.setDeltaX(steps);
        }
        double width = glyphs.getLast().x() - x + line.size();
        var text = new CT_Text()
                .setFont(font.ref())
                .setSize(rounded(line.size()))
                .setFillColor(color(line.rgb()))
                .addTextCode(code);
        text.setBoundary(rounded(x), rounded(top), rounded(width), rounded(LINE * line.size()));
        return text;
    }

    private static CT_Path path(PageTracer.Shape shape) {
        var box = shape.path().getBounds2D();
        double margin = shape.width();
        double left = box.getX() - margin;
        double top = box.getY() - margin;
        var data = new AbbreviatedData();
        var at = new double[6];
        for (var steps = shape.path().getPathIterator(null); !steps.isDone(); steps.next()) {
            int kind = steps.currentSegment(at);
            for (int i = 0; i < at.length; i++) {
                at[i] = rounded(at[i] - (i % 2 == 0 ? left : top));
            }
            switch (kind) {
                case PathIterator.SEG_MOVETO -> data.M(at[0], at[1]);
                case PathIterator.SEG_LINETO -> data.L(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> data.Q(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> data.B(at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> data.C();
            }
        }
        boolean filled = shape.width() == 0;
        var path = new CT_Path().setStroke(!filled).setFill(filled).setAbbreviatedData(data);
        path.setBoundary(
                rounded(left),
                rounded(top),
                rounded(box.getWidth() + 2 * margin),
                rounded(box.getHeight() + 2 * margin));
        if (filled) {
            path.setFillColor(color(shape.rgb())).setRule(shape.evenOdd() ? Rule.Even_Odd : Rule.NonZero);
        } else {
            path.setStrokeColor(color(shape.rgb())).setLineWidth(rounded(shape.width()));
        }
        return path;
    }

    private static CT_Image image(PageTracer.Picture picture, ST_ID resource) {
        var image = new CT_Image().setResourceID(resource.ref());
        image.setBoundary(
                rounded(picture.x()), rounded(picture.y()), rounded(picture.width()), rounded(picture.height()));
        image.setCTM(new ST_Array(rounded(picture.width()), 0, 0, rounded(picture.height()), 0, 0));
        return image;
    }

    private static CT_Color color(int rgb) {
        return CT_Color.rgb((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255);
    }

    private static double rounded(double millimetres) {
        return Math.round(millimetres * 1000) / 1000.0;
    }

    private static String millimetres(double value) {
        return String.valueOf(rounded(value));
    }
}
