package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A photo, video or paper handed in with a step; from then on whoever sees the matter sees it. */
public record Enclosure(
        @Title(value = "名称", example = "现场照片") @Nullable @Size(max = 200)
        String title,

        @Title(value = "附件", picks = "attachments") @NotNull UUID attachment) {

    /** From the bare id of an uploaded file, as a unit's own system sends it. */
    public static Enclosure named(String id) {
        return new Enclosure(null, UUID.fromString(id));
    }
}
