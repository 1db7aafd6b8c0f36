package cn.daxietong.law;

import cn.daxietong.shared.Json;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The articles that come with the platform, by id and by what the clock table cites. */
public final class Articles {
    private static final Articles BUNDLED =
            new Articles(List.of(Json.MAPPER.readValue(Bundled.text("articles.json"), Article[].class)));

    private final Map<String, Article> byId = new LinkedHashMap<>();
    private final Map<String, Article> byCitation = new LinkedHashMap<>();

    Articles(Collection<Article> articles) {
        for (Article article : articles) {
            if (byId.put(article.id(), article) != null) {
                throw new IllegalArgumentException("two articles are called " + article.id());
            }
            byCitation.put(article.law() + article.number(), article);
        }
    }

    public static Articles bundled() {
        return BUNDLED;
    }

    public Optional<Article> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** For ids written in code and tables, where absence is a fault of the build. */
    public Article get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no article " + id));
    }

    public Optional<Article> of(ClockRule rule) {
        return Optional.ofNullable(byCitation.get(rule.law() + rule.article()));
    }

    public Collection<Article> all() {
        return Collections.unmodifiableCollection(byId.values());
    }
}
