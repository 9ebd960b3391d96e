package io.bedrockruntime.autoconfigure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.Bean;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

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
			.haveSimpleNameEndingWith("Customizer");
		rule.check(classes);
	}

	@ArchTest
	void autoConfigurationUsesCoreAndSpringBootOnly(JavaClasses classes) {
		ArchRule rule = classes().that()
			.resideInAPackage("io.bedrockruntime.autoconfigure..")
			.should()
			.onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations",
					"org.apache.commons.logging", "org.springframework..", "software.amazon.awssdk..",
					"io.bedrockruntime..", "javax.net.ssl", "reactor.netty..", "io.netty.handler.ssl"));
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
	void autoConfigurationDoesNotUseEmulator(JavaClasses classes) {
		ArchRule rule = noClasses().that()
			.resideInAPackage("io.bedrockruntime.autoconfigure..")
			.should()
			.dependOnClassesThat(resideInAPackage("io.bedrockruntime.emulator.."));
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
