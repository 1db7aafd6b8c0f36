package cn.daxietong.matter;

import cn.daxietong.identity.Accounts;
import cn.daxietong.organization.Units;
import cn.daxietong.shared.AccountId;
import cn.daxietong.shared.Post;
import cn.daxietong.shared.UnitId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Units and post holders as they stand in the organization and identity modules. */
@Component
final class OfficialDirectory implements Directory {
    private final Units units;
    private final Accounts accounts;

    OfficialDirectory(Units units, Accounts accounts) {
        this.units = units;
        this.accounts = accounts;
    }

    @Override
    public Optional<KnownUnit> unit(UnitId id) {
        return units.find(id)
                .map(u ->
                        new KnownUnit(u.id(), u.name(), u.shortName(), u.kind().code()));
    }

    @Override
    public String personName(AccountId account) {
        return accounts.name(account);
    }

    @Override
    public boolean holds(AccountId account, UnitId unit, Post post) {
        return accounts.holds(account, unit, post);
    }
}
