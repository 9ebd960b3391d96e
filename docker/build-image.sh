#!/usr/bin/env bash
# Builds the image of the emulator without a registry, from the JDK of this machine and docker/Dockerfile:
#
#   mvn -pl bedrock-runtime-emulator -am package -DskipTests
#   docker/build-image.sh [NAME:TAG]
#
# The base image contains only a runtime that jlink creates from the JDK, and the libraries that it loads: no shell and no
# package manager. Its name is NAME-base:TAG. It is kept, so that the next build can use the cache.
set -euo pipefail
cd "$(dirname "$0")/.."

image=${1:-bedrock-runtime-emulator:latest}
base=${image%:*}-base:${image##*:}

jars=(bedrock-runtime-emulator/target/bedrock-runtime-emulator-*-exec.jar)
if [ "${#jars[@]}" -ne 1 ] || [ ! -f "${jars[0]}" ]; then
	echo "Exactly one bedrock-runtime-emulator/target/bedrock-runtime-emulator-*-exec.jar is required: run mvn clean package" >&2
	exit 1
fi

java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

# The modules that Netty, Jackson and Spring's WebClient need. jdk.crypto.ec and jdk.naming.dns are loaded by name only.
modules=java.base,java.compiler,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.prefs
modules=$modules,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.crypto.ec,jdk.naming.dns,jdk.unsupported,jdk.zipfs
"$java_home/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
	--compress=2 --output "$root/opt/java"

# The system libraries that the runtime is linked with, in the directories where the loader searches for them.
find "$root/opt/java" \( -name '*.so' -o -name java -o -name jspawnhelper \) -type f -exec ldd {} + 2>/dev/null |
	grep -oE '/[^ ]+\.so[^ ]*' | grep -v "^$root" | sort -u | while read -r library; do
	[ -f "$library" ] || continue
	mkdir -p "$root$(dirname "$library")"
	cp -L "$library" "$root$library"
done

mkdir -p "$root/tmp" "$root/etc"
chmod 1777 "$root/tmp"
echo 'emulator:x:10001:10001:emulator:/tmp:/none' >"$root/etc/passwd"
echo 'hosts: files dns' >"$root/etc/nsswitch.conf"

tar -C "$root" --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -c . |
	docker import --change 'ENV PATH=/opt/java/bin' - "$base" >/dev/null
# The builder without BuildKit is part of every engine, and does not contact a registry for a local base image.
DOCKER_BUILDKIT=0 docker build --quiet --build-arg BASE_IMAGE="$base" --tag "$image" --file docker/Dockerfile .
