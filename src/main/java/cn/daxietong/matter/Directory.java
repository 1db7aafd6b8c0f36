package cn.daxietong.matter;

import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.util.Optional;
import java.util.Set;

/** What a rule may ask about units and people: plain questions, so that a procedure is tested with plain values. */
public interface Directory {
    Set<String> INVESTIGATING = Set.of("enforcement", "police", "customs");

    /** @param kind as in the notice's list: police, customs, enforcement, court … */
    record KnownUnit(UnitId id, String name, String shortName, String kind) {}

    Optional<KnownUnit> unit(UnitId id);

    /** Whether the account holds this post in the unit today. */
    boolean holds(AccountId account, UnitId unit, Post post);

    /** The person's name as documents have it. */
    default String personName(AccountId account) {
        return account.value();
    }

    default String name(UnitId id) {
        return unit(id).map(KnownUnit::name).orElse(id.value());
    }

    /** 发文机关全称, as a document signs: the notice says 县烟草专卖局 and 指挥部办公室, a letter 鹿寨县烟草专卖局 and the whole name of the headquarters. */
    default String fullName(UnitId id) {
        if (id.equals(UnitId.OFFICE)) {
            return name(UnitId.HEADQUARTERS) + "办公室";
        }
        var name = name(id).replaceFirst("（.*）$", "");
        return name.startsWith("县") ? "鹿寨" + name : name;
    }

    default String shortName(UnitId id) {
        return unit(id).map(KnownUnit::shortName).orElse(id.value());
    }

    /** 发文机关代字: what the unit's document numbers begin with, such as 鹿市场监管. */
    default String documentPrefix(UnitId id) {
        if (id.equals(UnitId.OFFICE)) {
            return "鹿打私办";
        }
        var name = shortName(id);
        var core = name.startsWith("县") ? "鹿" + name.substring(1) : name;
        return core.endsWith("局") ? core.substring(0, core.length() - 1) : core;
    }

    /** Whether the unit may investigate or penalise; an enterprise, a township or a party body may not (行政处罚法 第十七条至第二十条). */
    default boolean investigates(UnitId id) {
        return unit(id).filter(u -> INVESTIGATING.contains(u.kind())).isPresent();
    }

    default boolean isOfKind(UnitId id, String kind) {
        return unit(id).map(u -> u.kind().equals(kind)).orElse(false);
    }
}
