"""Turns the Fandol CFF fonts into TrueType (PDFBox and OFD readers refuse CFF) and cuts the fallback to what Fandol lacks.

Usage: convert.py SOURCE.otf TARGET.ttf              quadratic outlines, no hints, no layout tables that the press never reads
       convert.py --latin SOURCE.otf TARGET.ttf      the same, printable ASCII and the dash only
       convert.py --fallback LXGW.ttf TARGET.ttf FANDOL.ttf...   the characters that any of the Fandol fonts lacks
Needs Debian's python3-fonttools; Fandol is in Debian's texlive-lang-chinese, LXGW WenKai in fonts-lxgw-wenkai.
"""
import sys
from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

DROPPED = ["GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG", "FFTM", "kern", "gasp", "fpgm", "prep", "cvt "]
TOLERANCE = 1.5  # thousandths of an em: 0.008 mm at size 3, below what any printer resolves


def options():
    chosen = subset.Options()
    chosen.hinting = False
    chosen.glyph_names = True  # fontbox grumbles at every font without
    chosen.notdef_outline = True
    chosen.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    chosen.drop_tables += DROPPED
    chosen.layout_features = []
    return chosen


def keep(font, characters):
    cutter = subset.Subsetter(options())
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def rename(font, name):
    """The OFL reserves the name LXGW for the unmodified font."""
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6):
            record.string = name


def one_each(characters):
    """One character a glyph, and never the radical ⿅ for 鹿: text copied or searched must come back as it was written."""
    chosen = {}
    for c, glyph in sorted(characters.items()):
        if c >= 0x20 and not 0x2E80 <= c <= 0x2FDF and not 0xE000 <= c <= 0xF8FF and not 0xFE10 <= c <= 0xFE19:
            chosen.setdefault(glyph, c)
    return set(chosen.values())


def wanted_in_documents(c):
    return 0x2000 <= c <= 0x33FF or 0x3400 <= c <= 0x9FFF or 0xF900 <= c <= 0xFAFF or 0x20000 <= c <= 0x3FFFF


def quadratic(font):
    order = font.getGlyphOrder()
    outlines = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(outlines)
        outlines[name].draw(Cu2QuPen(pen, TOLERANCE, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    table.compile(font)
    for name, glyph in glyphs.items():
        if hasattr(glyph, "xMin"):
            font["hmtx"][name] = (font["hmtx"][name][0], glyph.xMin)
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements", "maxSizeOfInstructions"):
        setattr(maxp, field, 0)
    maxp.maxZones = 1
    maxp.maxComponentElements = max([len(g.components) if hasattr(g, "components") else 0 for g in glyphs.values()])
    maxp.compile(font)
    post = font["post"]
    post.formatType, post.extraNames, post.mapping = 2.0, [], {}
    for tag in ["CFF "] + DROPPED:
        if tag in font:
            del font[tag]
    font.sfntVersion = "\000\001\000\000"


def main(arguments):
    if arguments[0] == "--fallback":
        source, target, *covering = arguments[1:]
        font = TTFont(source)
        common = set.intersection(*[set(TTFont(path).getBestCmap()) for path in covering])
        wanted = {c for c in one_each(font.getBestCmap()) if c not in common and wanted_in_documents(c)}
        keep(font, wanted)
        rename(font, "DaxietongRare")
    else:
        latin = arguments[0] == "--latin"
        source, target = arguments[-2:]
        font = TTFont(source)
        keep(font, set(range(0x20, 0x7F)) | {0x2014} if latin else one_each(font.getBestCmap()))
        quadratic(font)
    font.save(target)


if __name__ == "__main__":
    main(sys.argv[1:])
