package cn.daxietong.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Which way a camera was held, from the Exif note in a JPEG; a note that cannot be read is none. */
public final class Orientation {
    private static final int EXIF = 0xE1;
    private static final int SCAN = 0xDA;
    private static final int TAG = 0x0112;

    private Orientation() {}

    /** By how many quarters of a turn clockwise the picture must be turned to stand upright. */
    public static int quarters(byte[] jpeg) {
        try {
            return switch (tag(ByteBuffer.wrap(jpeg))) {
                case 6, 5 -> 1;
                case 3, 4 -> 2;
                case 8, 7 -> 3;
                default -> 0;
            };
        } catch (IndexOutOfBoundsException e) {
            return 0;
        }
    }

    private static int tag(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.get(at) & 0xFF) == 0xFF) {
            int marker = jpeg.get(at + 1) & 0xFF;
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == EXIF && jpeg.getInt(at + 4) == 0x45786966) {
                return exif(jpeg, at + 10);
            }
            if (marker == SCAN || length < 2) {
                return 1;
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int exif(ByteBuffer jpeg, int begin) {
        var tiff = jpeg.slice(begin, jpeg.limit() - begin);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                return tiff.getShort(entry + 8) & 0xFFFF;
            }
        }
        return 1;
    }
}
