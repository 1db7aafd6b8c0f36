package cn.daxietong.matter;

import cn.daxietong.shared.Viewer;
import java.time.Instant;
import java.util.UUID;

/** Where a lifeline is told: to the ordinary proceedings, or to those in memory. */
interface Stage {
    UUID open(Viewer viewer, String kind, String fields, Instant at);

    void act(Viewer viewer, UUID matter, String action, String fields, Instant at);

    /** The newest matter linked with this relation. */
    UUID linked(UUID matter, String rel);
}
