package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What comes to hand between two steps: whoever works on an open matter of any kind adds it, and all who see the matter see it. */
@Title("补充附件")
record Enclose(
        @Title(value = "附件", help = "照片、视频、书证等；上传后能看到本事项的单位都能看到") @NotEmpty @Size(max = 50)
        List<@Valid Enclosure> attachments)
        implements Action {}
