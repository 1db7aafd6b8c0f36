package cn.daxietong.matter;

import cn.daxietong.shared.Title;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record is made of, looked up once a type: asking reflection anew each time was most of what ten thousand walks did. */
record Shape(Constructor<?> constructor, List<Part> parts) {
    private static final ClassValue<Shape> KNOWN = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return read(type);
        }
    };

    /**
     * One component.
     *
     * @param element what a list holds; absent where it is no list
     */
    record Part(
            String name,
            Class<?> type,
            Method accessor,
            @Nullable Class<?> element,
            String picks,
            boolean mayBeAbsent,
            boolean ahead,
            boolean unwrapped) {
        @Nullable
        Object of(Object record) {
            try {
                return accessor.invoke(record);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static Shape of(Class<?> record) {
        return KNOWN.get(record);
    }

    private static Shape read(Class<?> type) {
        var components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return new Shape(
                    constructor, Arrays.stream(components).map(Shape::part).toList());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Part part(RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        var title = component.getAnnotation(Title.class);
        return new Part(
                component.getName(),
                component.getType(),
                accessor,
                Fields.element(component.getGenericType()),
                title == null ? "" : title.picks(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                accessor.isAnnotationPresent(Ahead.class),
                accessor.isAnnotationPresent(JsonUnwrapped.class));
    }
}
