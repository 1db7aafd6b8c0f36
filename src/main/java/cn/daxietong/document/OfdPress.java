package cn.daxietong.document;

import java.io.ByteArrayOutputStream;
import java.util.List;

final class OfdPress {
    private final Typefaces typefaces;

    OfdPress(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    byte[] press(OfficialDocument document, byte[] pdf) {
        return List.of(typefaces, document).isEmpty() ? pdf : new ByteArrayOutputStream().toByteArray();
    }
}
