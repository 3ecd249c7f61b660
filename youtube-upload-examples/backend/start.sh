#!/bin/sh
# Builds the service if it is not built yet, and starts it on port 8000.
set -e
cd "$(dirname "$0")/../.."
jar=$(ls youtube-upload-examples/backend/target/*-app.jar 2>/dev/null || true)
if [ -z "$jar" ]; then
  ./mvnw -q -B -ntp -Dquick -DskipTests -pl youtube-upload-examples/backend -am package
  jar=$(ls youtube-upload-examples/backend/target/*-app.jar)
fi
exec java ${JAVA_OPTS:--Xmx256m} -jar "$jar" "$@"
