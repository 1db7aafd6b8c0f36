/** What a sealed transfer bag is, byte by byte, and how anybody checks one, or the proof that a teller has of the day: needs nothing of the platform, so that it also runs alone from a USB stick. */
@ApplicationModule(
        displayName = "核验程序",
        allowedDependencies = {})
@NullMarked
package cn.daxietong.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
