package cn.daxietong.web;

import cn.daxietong.shared.Viewer;

/** How many to-dos the viewer has open: the number in the header of every page. The worklist implements it. */
@FunctionalInterface
public interface TodoCount {
    int openFor(Viewer viewer);
}
