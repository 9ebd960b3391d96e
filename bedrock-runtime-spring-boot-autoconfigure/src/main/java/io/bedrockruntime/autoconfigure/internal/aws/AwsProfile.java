package io.bedrockruntime.autoconfigure.internal.aws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.bedrockruntime.autoconfigure.BedrockRuntimeCredentialsProperties;
import io.bedrockruntime.autoconfigure.BedrockRuntimeProperties;
import io.bedrockruntime.autoconfigure.internal.config.InvalidBedrockRuntimeConfigurationException;
import io.bedrockruntime.autoconfigure.internal.config.PropertyValidator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileLocation;
import software.amazon.awssdk.profiles.ProfileFileSupplier;

import org.springframework.core.env.Environment;

/**
 * AWS profile of a client, and the shared configuration files that define it. It need not
 * exist unless a property names it.
 */
public class AwsProfile {

	static final String PROPERTY = BedrockRuntimeProperties.PREFIX + ".credentials.profile";

	private static final String CONFIG_FILE = BedrockRuntimeProperties.PREFIX + ".credentials.config-file";

	private static final String CREDENTIALS_FILE = BedrockRuntimeProperties.PREFIX
			+ ".credentials.shared-credentials-file";

	private final @Nullable String configured;

	private final String name;

	private final List<Path> locations = new ArrayList<>();

	private final List<String> locationProperties = new ArrayList<>();

	private final ProfileFileSupplier files;

	public AwsProfile(BedrockRuntimeCredentialsProperties properties, Environment environment) {
		this.configured = PropertyValidator.text(properties.getProfile());
		this.name = first(this.configured, PropertyValidator.text(environment.getProperty("aws.profile")),
				PropertyValidator.text(environment.getProperty("AWS_PROFILE")));
		Path credentialsFile = given(properties.getSharedCredentialsFile(), CREDENTIALS_FILE);
		Path configFile = given(properties.getConfigFile(), CONFIG_FILE);
		if (configFile != null) {
			this.locationProperties.add(CONFIG_FILE);
		}
		if (credentialsFile != null) {
			this.locationProperties.add(CREDENTIALS_FILE);
		}
		this.locations.add((configFile != null) ? configFile : ProfileFileLocation.configurationFilePath());
		this.locations.add((credentialsFile != null) ? credentialsFile : ProfileFileLocation.credentialsFilePath());
		this.files = (credentialsFile != null || configFile != null) ? files(credentialsFile, configFile)
				: ProfileFileSupplier.defaultSupplier();
	}

	private static String first(@Nullable String... names) {
		for (String name : names) {
			if (name != null) {
				return name;
			}
		}
		return "default";
	}

	private static @Nullable Path given(@Nullable Path file, String property) {
		if (file == null || file.toString().isBlank()) {
			return null;
		}
		Path expanded = file.startsWith("~")
				? Path.of(System.getProperty("user.home")).resolve(file.subpath(0, 1).relativize(file)) : file;
		if (!Files.isRegularFile(expanded) || !Files.isReadable(expanded)) {
			throw InvalidBedrockRuntimeConfigurationException.of(property,
					"is '%s', which is not a readable file".formatted(expanded),
					"Set it to the location of a file, or remove it to use the default location.");
		}
		return expanded;
	}

	private static ProfileFileSupplier files(@Nullable Path credentialsFile, @Nullable Path configFile) {
		List<ProfileFileSupplier> files = new ArrayList<>();
		Optional.ofNullable(credentialsFile)
			.or(ProfileFileLocation::credentialsFileLocation)
			.map((file) -> ProfileFileSupplier.reloadWhenModified(file, ProfileFile.Type.CREDENTIALS))
			.ifPresent(files::add);
		Optional.ofNullable(configFile)
			.or(ProfileFileLocation::configurationFileLocation)
			.map((file) -> ProfileFileSupplier.reloadWhenModified(file, ProfileFile.Type.CONFIGURATION))
			.ifPresent(files::add);
		return ProfileFileSupplier.aggregate(files.toArray(ProfileFileSupplier[]::new));
	}

	/**
	 * Return the name, if a property of this client sets it.
	 */
	@Nullable String configuredName() {
		return this.configured;
	}

	public String name() {
		return this.name;
	}

	/**
	 * Return a key that is equal for the same profile of the same files.
	 */
	Object key() {
		return List.of(this.name, List.copyOf(this.locations));
	}

	/**
	 * Return the files, which are reloaded when they change.
	 */
	public ProfileFileSupplier files() {
		return this.files;
	}

	Optional<Profile> find(String name) {
		return read().profile(name);
	}

	/**
	 * Return the profile.
	 * @throws InvalidBedrockRuntimeConfigurationException if it does not exist
	 */
	Profile get() {
		return find(this.name).orElseThrow(() -> InvalidBedrockRuntimeConfigurationException.of(PROPERTY,
				"is '%s', but neither '%s' nor '%s' has a profile of that name".formatted(this.name,
						this.locations.get(0), this.locations.get(1)),
				"Set it to the name of a profile of these files, or add the profile there; "
						+ "in the first of them its section is '[profile %s]'.".formatted(this.name)));
	}

	public @Nullable SourcedSetting setting(String property) {
		return AwsSettings.setting(find(this.name).flatMap((profile) -> profile.property(property)).orElse(null),
				"'%s' of the profile '%s'".formatted(property, this.name));
	}

	/**
	 * Return a setting of the {@code services} section of the profile for a service.
	 */
	@Nullable SourcedSetting serviceSetting(String service, String property) {
		SourcedSetting services = setting("services");
		if (services == null) {
			return null;
		}
		// Without this check, the public endpoint would be called by mistake.
		Profile section = read().getSection("services", services.value())
			.orElseThrow(() -> services.failure("is '%s', but there is no such section".formatted(services.value()),
					"Add a section '[services %s]' to '%s', or remove the setting.".formatted(services.value(),
							this.locations.get(0))));
		return AwsSettings.setting(section.property(service + "." + property).orElse(null),
				"'%s' of '%s' in the services section '%s'".formatted(property, service, services.value()));
	}

	private ProfileFile read() {
		try {
			return this.files.get();
		}
		catch (RuntimeException ex) {
			InvalidBedrockRuntimeConfigurationException failure = new InvalidBedrockRuntimeConfigurationException(
					"'%s' or '%s' cannot be read as a configuration file of AWS".formatted(this.locations.get(0),
							this.locations.get(1)),
					"Correct the file, or set '%s' and '%s' to others.".formatted(CONFIG_FILE, CREDENTIALS_FILE),
					this.locationProperties.toArray(String[]::new));
			failure.initCause(ex);
			throw failure;
		}
	}

}
