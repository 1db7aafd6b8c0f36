package cn.daxietong.matter;

import cn.daxietong.attachment.Accepted;
import cn.daxietong.web.Option;
import java.util.List;
import java.util.Map;

/**
 * What a form offers to choose from.
 *
 * @param units under the names of their groups, the suggested ones first
 * @param files what may be sent along
 */
public record Pickers(Map<String, List<Option>> units, Map<String, List<Option>> others, Accepted files) {
    public List<Option> of(String picks) {
        return others.getOrDefault(picks, List.of());
    }
}
