package cn.daxietong.matter;

import cn.daxietong.ledger.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** The kinds of matter and the keys of a data folder without the platform around them, for the commands that check and mend. */
record Workbench(Kinds kinds, Vault vault) {

    /** @throws IllegalStateException in Chinese, where the folder has no key: without it neither digests nor contents can be told */
    static Workbench of(Path data) {
        var file = data.resolve("keys").resolve("platform.key");
        if (!Files.exists(file)) {
            throw new IllegalStateException("密钥文件 " + file + " 不存在，无法核对个人信息和公文正文。请从备份恢复该文件；只核验账本请加 --ledger-only。");
        }
        return new Workbench(discovered(), Vault.at(file, Suite.SM));
    }

    /** Whatever implements a kind or derives a table from matters, on the bundled law: how rows are derived asks neither for thresholds nor for the calendar of the day. */
    static Kinds discovered() {
        try (var context = new AnnotationConfigApplicationContext()) {
            var scanner = new ClassPathBeanDefinitionScanner(context, false);
            scanner.addIncludeFilter(new AssignableTypeFilter(MatterKind.class));
            scanner.addIncludeFilter(new AssignableTypeFilter(DerivedTable.class));
            for (var kind : scanner.findCandidateComponents("cn.daxietong")) {
                var type = ClassUtils.resolveClassName(String.valueOf(kind.getBeanClassName()), null);
                for (var part : type.getDeclaredConstructors()[0].getParameterTypes()) {
                    bundled(context, part);
                }
            }
            scanner.scan("cn.daxietong");
            context.refresh();
            return new Kinds(
                    context.getBeanProvider(MatterKind.class)
                            .orderedStream()
                            .<MatterKind<?>>map(kind -> kind)
                            .toList(),
                    context.getBeanProvider(DerivedTable.class).orderedStream().toList());
        }
    }

    /** What comes with the platform says so by a static {@code bundled()}. */
    private static <T> void bundled(AnnotationConfigApplicationContext context, Class<T> type) {
        if (!context.containsBeanDefinition(type.getName())) {
            context.registerBean(type.getName(), type, () -> {
                try {
                    return type.cast(type.getMethod("bundled").invoke(null));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(type.getName() + " is not bundled", e);
                }
            });
        }
    }
}
