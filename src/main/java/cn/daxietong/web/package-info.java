/**
 * The pages' and the API's common ground: layout, components, errors, idempotent posts, and the small interfaces through which other modules
 * add themselves to every page.
 *
 * <h2>How a module makes a page</h2>
 *
 * <pre>{@code
 * @GetMapping("/leads")
 * ModelAndView list(Viewer viewer) {
 *     return Views.page("lead/list", "线索", Map.of("rows", leads.all(viewer)));
 * }
 *
 * @PostMapping("/leads/{id}/accept")
 * ModelAndView accept(...) {
 *     ...
 *     return Views.redirect("/leads/" + id, Flash.done("已受理。"));
 * }
 * }</pre>
 *
 * and {@code src/main/jte/lead/list.jte}:
 *
 * <pre>{@code
 * @import cn.daxietong.web.Page
 * @import cn.daxietong.lead.LeadRow
 * @param Page page
 * @param java.util.List<LeadRow> rows
 * @template.layout.main(page = page, content = @`
 *   <h1>线索</h1>
 * `)
 * }</pre>
 *
 * Templates compile in the build into {@code gg.jte.generated.precompiled}, so every type that a template names is public, and a wrong name does
 * not compile. Every {@code @param} without a default must be in the map; {@code page} is always there. Every form that posts starts with
 * {@code @template.component.csrf(page = page)}. A module adds itself to the navigation by a {@link cn.daxietong.web.NavItem} bean. What is
 * refused is thrown as {@link cn.daxietong.shared.Refusal}; to show a form again with its faults, return {@code Views.faulty(...)}.
 */
@ApplicationModule(
        displayName = "网页与接口",
        allowedDependencies = {"shared", "database"})
@NullMarked
package cn.daxietong.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
