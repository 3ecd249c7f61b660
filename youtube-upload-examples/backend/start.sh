#!/bin/sh
# Builds the service if a source is newer than the last build, and starts it on port 8000.
set -e
cd "$(dirname "$0")/../.."
backend=youtube-upload-examples/backend
modules="youtube-upload-testkit youtube-upload-core youtube-upload-jdbc-quota $backend"
# Not the jar's own time, which is the same in every build; directories tell of what was removed.
built=$backend/target/start.built
sources=pom.xml
for module in $modules; do sources="$sources $module/pom.xml $module/src/main"; done
if [ ! -f "$built" ] || ! ls $backend/target/*-app.jar >/dev/null 2>&1 ||
  [ -n "$(find $sources -newer "$built" | head -n 1)" ]; then
  mkdir -p $backend/target
  rm -f $backend/target/*-app.jar
  touch "$built.next" # before the build, so that what is changed meanwhile counts as newer
  ./mvnw -q -B -ntp -Dquick -DskipTests -pl $backend -am package
  mv "$built.next" "$built"
fi
exec java ${JAVA_OPTS:--Xmx256m} -jar $backend/target/*-app.jar "$@"
