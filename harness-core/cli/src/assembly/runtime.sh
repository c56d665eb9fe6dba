#!/usr/bin/env bash
# Creates the Java runtime of the release: runtime.sh JDK FOLDER
set -euo pipefail
jdk=$1
runtime=$2
options=$(dirname "${BASH_SOURCE[0]}")/runtime.options

[ -x "$jdk/bin/jlink" ] || {
  echo "no jlink in $jdk/bin: name a complete JDK with -Druntime.jdk=DIR" >&2
  exit 1
}
rm -rf "$runtime"
"$jdk/bin/jlink" "@$options" --output "$runtime"
# Classes of the JDK that are shared by all processes: each worker starts faster.
"$runtime/bin/java" -Xshare:dump >"$runtime.log" 2>&1 || {
  cat "$runtime.log" >&2
  exit 1
}

# JDKs of Linux distributions use the distribution's libraries, others bring their own. What the
# program needs is copied: compression, C++, JPEG images. The rest is for sound, windows and fonts.
[ "$(uname)" = Linux ] || exit 0
copied='^lib(z|stdc\+\+|gcc_s|jpeg|lcms2)\.so'
find "$runtime/lib" -name '*.so' -exec ldd {} + \
  | sed -n 's/^[[:space:]]*\([^ ]*\) => \(\/[^ ]*\) .*/\1 \2/p' | sort -u \
  | while read -r name file; do
    if [[ $name =~ $copied ]] && [[ $file != "$runtime"/* ]]; then
      cp -L "$file" "$runtime/lib/$name"
      echo "copied $file"
    fi
  done
