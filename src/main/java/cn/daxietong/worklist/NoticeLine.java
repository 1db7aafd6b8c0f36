package cn.daxietong.worklist;

import org.jspecify.annotations.Nullable;

/**
 * One notice as a page shows it.
 *
 * @param path of the matter; absent where the unit does not see it any more
 */
public record NoticeLine(
        long id, String at, String text, @Nullable String path, String number, String matterTitle, boolean unread) {}
