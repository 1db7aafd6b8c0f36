package cn.daxietong.law;

import org.springframework.stereotype.Component;

/** The articles together with what is confirmed of them. */
@Component
record LawLibrary(Articles articles, Confirmations confirmations) {}
