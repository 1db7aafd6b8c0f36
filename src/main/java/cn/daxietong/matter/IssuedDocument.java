package cn.daxietong.matter;

import cn.daxietong.shared.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document that an action issued.
 *
 * @param kind the template's code
 * @param number 发文字号, gap-free per unit, kind and year; absent for internal forms
 * @param digest SHA-256 over the document's canonical content, so that the chain covers what it said
 */
public record IssuedDocument(
        UUID id, String kind, String title, @Nullable String number, UnitId unit, Instant issuedAt, String digest) {

    /** Whether the same form was issued again later, with a signature or what else was added to it. */
    public boolean replacedIn(List<IssuedDocument> all) {
        return number != null
                && all.stream()
                        .skip(all.indexOf(this) + 1L)
                        .anyMatch(d -> d.kind.equals(kind) && number.equals(d.number));
    }
}
