package cn.daxietong.web;

import java.io.IOException;

/** A body that went on after its limit; nothing beyond the limit was read. */
final class BodyTooLarge extends IOException {
    BodyTooLarge(long limit) {
        super("more than " + limit + " bytes");
    }
}
