/** The append-only chain of everything that was done, its signed checkpoints, and the proof that neither was altered. */
@ApplicationModule(
        displayName = "账本",
        allowedDependencies = {"shared", "database"})
@NullMarked
package cn.daxietong.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
