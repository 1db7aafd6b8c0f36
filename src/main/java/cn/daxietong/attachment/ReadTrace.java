package cn.daxietong.attachment;

import cn.daxietong.shared.Viewer;
import java.util.UUID;

/** Notes who took away something that belongs to a matter; kept by those who keep the matters, who stand above the files. */
public interface ReadTrace {
    /** @param purpose what was taken: {@code attachment}, {@code document} */
    void looked(Viewer viewer, UUID matter, String purpose);
}
