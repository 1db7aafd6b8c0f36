package cn.daxietong.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a county may set about its pages.
 *
 * @param platform the name in the header
 * @param version what the footer says
 * @param templates where templates are read anew on each change while somebody writes them; empty everywhere else
 * @param design whether the page that shows every component is served
 */
@ConfigurationProperties("daxietong.web")
record WebSettings(
        @DefaultValue("鹿寨县打击走私综合治理大协同平台") String platform,
        @DefaultValue("0.1") String version,
        @DefaultValue("") String templates,
        @DefaultValue("false") boolean design) {}
