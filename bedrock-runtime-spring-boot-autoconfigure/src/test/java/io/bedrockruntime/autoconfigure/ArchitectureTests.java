package io.bedrockruntime.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The rules of Spring Boot for auto-configurations, and the direction of dependencies.
 */
@AnalyzeClasses(packages = "io.bedrockruntime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	void autoConfigurationsArePublicAndFinal(JavaClasses classes) {
		ArchRule rule = classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration");
		rule.check(classes);
	}

	@ArchTest
	void autoConfigurationsHaveNoPublicMethods(JavaClasses classes) {
		ArchRule rule = methods().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic();
		rule.check(classes);
	}

	@ArchTest
	void autoConfigurationsHaveNoPublicFields(JavaClasses classes) {
		ArchRule rule = fields().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.notBePublic()
			.allowEmptyShould(true);
		rule.check(classes);
	}

	@ArchTest
	void beanMethodsArePackagePrivate(JavaClasses classes) {
		ArchRule rule = methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate();
		rule.check(classes);
	}

	@ArchTest
	void conditionsOnClassesAreOnTypes(JavaClasses classes) {
		ArchRule rule = noMethods().should().beAnnotatedWith(ConditionalOnClass.class);
		rule.check(classes);
	}

	@ArchTest
	void conditionsOnMissingBeansDoNotRepeatTheReturnType(JavaClasses classes) {
		ArchRule rule = methods().that()
			.areAnnotatedWith(ConditionalOnMissingBean.class)
			.should(new ArchCondition<>("not repeat the return type") {

				@Override
				public void check(JavaMethod method, ConditionEvents events) {
					Class<?>[] types = method.getAnnotationOfType(ConditionalOnMissingBean.class).value();
					boolean repeated = types.length == 1 && method.getRawReturnType().isEquivalentTo(types[0]);
					events.add(new SimpleConditionEvent(method, !repeated, method.getFullName() + " says it twice"));
				}

			});
		rule.check(classes);
	}

	@ArchTest
	void conditionsAreHidden(JavaClasses classes) {
		ArchRule rule = classes().that().implement(Condition.class).should().notBePublic().allowEmptyShould(true);
		rule.check(classes);
	}

	@ArchTest
	void autoConfigurationsAreAllImported(JavaClasses classes) {
		List<String> imported = ImportCandidates.load(AutoConfiguration.class, null).getCandidates();
		ArchRule rule = classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should(ArchCondition.from(DescribedPredicate.<JavaClass>describe("be imported",
					(type) -> imported.contains(type.getName()))));
		rule.check(classes);
	}

	@ArchTest
	void onlyAutoConfigurationsAreImported(JavaClasses classes) {
		assertThat(ImportCandidates.load(AutoConfiguration.class, null).getCandidates())
			.filteredOn((name) -> name.startsWith("io.bedrockruntime."))
			.isNotEmpty()
			.allSatisfy((name) -> assertThat(classes.get(name).isAnnotatedWith(AutoConfiguration.class)).isTrue());
	}

	@ArchTest
	void beansAreMadeWithoutProxies(JavaClasses classes) {
		ArchRule rule = classes().that()
			.areAnnotatedWith(Configuration.class)
			.should()
			.bePackagePrivate()
			.andShould(new ArchCondition<>("call no bean method through a proxy") {

				@Override
				public void check(JavaClass type, ConditionEvents events) {
					boolean proxied = type.getAnnotationOfType(Configuration.class).proxyBeanMethods();
					events.add(new SimpleConditionEvent(type, !proxied, type.getName() + " has proxyBeanMethods"));
				}

			});
		rule.check(classes);
	}

	@ArchTest
	void failureAnalyzersAreAllFound(JavaClasses classes) {
		List<String> found = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, ArgumentResolver.of(Environment.class, new StandardEnvironment()),
					FailureHandler.logging(LogFactory.getLog(ArchitectureTests.class)))
			.stream()
			.map((analyzer) -> analyzer.getClass().getName())
			.toList();
		ArchRule rule = classes().that()
			.implement(FailureAnalyzer.class)
			.should(ArchCondition.from(DescribedPredicate.<JavaClass>describe("be in spring.factories",
					(type) -> found.contains(type.getName()))));
		rule.check(classes);
	}

	@ArchTest
	void propertiesArePublicBeans(JavaClasses classes) {
		ArchRule rule = classes().that()
			.areAnnotatedWith(ConfigurationProperties.class)
			.should()
			.bePublic()
			.andShould()
			.haveSimpleNameEndingWith("Properties");
		rule.check(classes);
	}

	@ArchTest
	void failureAnalyzersAreHidden(JavaClasses classes) {
		ArchRule rule = classes().that().implement(FailureAnalyzer.class).should().bePackagePrivate();
		rule.check(classes);
	}

	@ArchTest
	void onlyWhatUsersNeedIsPublic(JavaClasses classes) {
		ArchRule rule = classes().that()
			.resideInAPackage("io.bedrockruntime.autoconfigure..")
			.and()
			.resideOutsideOfPackage("io.bedrockruntime.autoconfigure.internal..")
			.and()
			.arePublic()
			.and()
			.areTopLevelClasses()
			.should()
			.haveSimpleNameEndingWith("AutoConfiguration")
			.orShould()
			.haveSimpleNameEndingWith("Properties")
			.orShould()
			.haveSimpleNameEndingWith("ConnectionDetails")
			.orShould()
			.haveSimpleNameEndingWith("Customizer")
			.orShould()
			.haveSimpleNameEndingWith("ContentFilter")
			.orShould()
			.haveSimpleName("BedrockRuntimeClients");
		rule.check(classes);
	}

	@ArchTest
	void autoConfigurationUsesCoreAndSpringBootOnly(JavaClasses classes) {
		ArchRule rule = classes().that()
			.resideInAPackage("io.bedrockruntime.autoconfigure..")
			.should()
			.onlyDependOnClassesThat(
					resideInAnyPackage("java..", "org.jspecify.annotations", "org.apache.commons.logging",
							"org.springframework..", "software.amazon.awssdk..", "io.bedrockruntime..", "javax.net.ssl",
							"reactor..", "io.netty.handler.ssl", "io.micrometer..", "org.slf4j", "tools.jackson..",
							"io.awspring.cloud.autoconfigure.core", "com.fasterxml.jackson.annotation"));
		rule.check(classes);
	}

	@ArchTest
	void nothingUsesAutoConfiguration(JavaClasses classes) {
		ArchRule rule = noClasses().that()
			.resideOutsideOfPackage("io.bedrockruntime.autoconfigure..")
			.should()
			.dependOnClassesThat(resideInAPackage("io.bedrockruntime.autoconfigure.."));
		rule.check(classes);
	}

	@ArchTest
	void onlyConnectionDetailsUseEmulator(JavaClasses classes) {
		ArchRule rule = noClasses().that()
			.resideInAPackage("io.bedrockruntime.autoconfigure..")
			.and()
			.resideOutsideOfPackage("io.bedrockruntime.autoconfigure.emulator")
			.should()
			.dependOnClassesThat(resideInAPackage("io.bedrockruntime.emulator.."));
		rule.check(classes);
	}

	@ArchTest
	void packagesHaveNoCycles(JavaClasses classes) {
		ArchRule rule = slices().matching("io.bedrockruntime.(**)").should().beFreeOfCycles();
		rule.check(classes.that(resideInAPackage("io.bedrockruntime.autoconfigure..")));
	}

	@ArchTest
	void packagesHaveAtMost40Types(JavaClasses classes) {
		Map<String, Long> sizes = classes.that(resideInAPackage("io.bedrockruntime.autoconfigure.."))
			.stream()
			.filter(JavaClass::isTopLevelClass)
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
		assertThat(sizes).isNotEmpty().allSatisfy((name, size) -> assertThat(size).isLessThanOrEqualTo(40));
	}

	@ArchTest
	void internalsOfOtherModulesAreNotUsed(JavaClasses classes) {
		ArchRule rule = noClasses().that()
			.resideInAPackage("io.bedrockruntime.autoconfigure..")
			.should()
			.dependOnClassesThat(
					resideInAnyPackage("io.bedrockruntime.internal..", "io.bedrockruntime.emulator.internal.."));
		rule.check(classes);
	}

	@ArchTest
	void internalsAreUsedInThisModuleOnly(JavaClasses classes) {
		ArchRule rule = noClasses().that()
			.resideOutsideOfPackage("io.bedrockruntime.autoconfigure..")
			.should()
			.dependOnClassesThat(resideInAPackage("io.bedrockruntime.autoconfigure.internal.."));
		rule.check(classes);
	}

	@ArchTest
	void packagesDependOnLowerLayersOnly(JavaClasses classes) {
		String root = "io.bedrockruntime.autoconfigure";
		ArchRule rule = layeredArchitecture().consideringOnlyDependenciesInLayers()
			.layer("api")
			.definedBy(root)
			.layer("internal")
			.definedBy(root + ".internal..")
			.layer("client")
			.definedBy(root + ".client")
			.layer("features")
			.definedBy(root + ".health", root + ".metrics", root + ".observation", root + ".endpoint",
					root + ".emulator", root + ".docker..")
			.whereLayer("api")
			.mayNotAccessAnyLayer()
			.whereLayer("internal")
			.mayOnlyAccessLayers("api")
			.whereLayer("client")
			.mayOnlyAccessLayers("api", "internal")
			.whereLayer("features")
			.mayOnlyAccessLayers("api", "internal", "client");
		rule.check(classes);
	}

	@ArchTest
	void featuresDoNotDependOnEachOther(JavaClasses classes) {
		ArchRule rule = slices()
			.matching("io.bedrockruntime.autoconfigure.(health|metrics|observation|endpoint|emulator|docker)..")
			.should()
			.notDependOnEachOther();
		rule.check(classes);
	}

	@ArchTest
	void coreDoesNotKnowSpringBoot(JavaClasses classes) {
		ArchRule rule = noClasses().that()
			.resideOutsideOfPackage("io.bedrockruntime.autoconfigure..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework.boot.."));
		rule.check(classes);
	}

}
