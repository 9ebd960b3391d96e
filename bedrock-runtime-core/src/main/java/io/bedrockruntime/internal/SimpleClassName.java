package io.bedrockruntime.internal;

import java.lang.reflect.Proxy;

/**
 * Simple name of a class as its author wrote it, without the suffix that a proxy or
 * subclass generated at run time has and that differs from run to run.
 */
public final class SimpleClassName {

	/** Separates the name of a class from the suffix of a class generated from it. */
	private static final String GENERATED = "$$";

	private SimpleClassName() {
	}

	/**
	 * Return the name of a class, or of the first interface of a JDK proxy.
	 * @param type the class
	 * @return the simple name
	 */
	public static String of(Class<?> type) {
		if (Proxy.isProxyClass(type)) {
			return type.getInterfaces()[0].getSimpleName();
		}
		String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
		int generated = name.indexOf(GENERATED);
		String written = (generated > 0) ? name.substring(0, generated) : name;
		return type.getSimpleName().isEmpty() || generated > 0 ? written : type.getSimpleName();
	}

}
