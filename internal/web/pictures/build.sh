#!/bin/sh
# Builds ../assets/pictures.js from the sources of this folder and writes down,
# in built.txt, the hashes of what it was built from and of what came out. A
# test of internal/web compares them, so that nothing but Go is needed to see
# that the committed bundle is fresh.
set -eu
cd "$(dirname "$0")"
npm ci --ignore-scripts --no-audit --no-fund
sources="build.sh package.json package-lock.json $(ls *.js | LC_ALL=C sort)"
./node_modules/.bin/esbuild main.js --bundle --minify --format=esm --target=es2020 --charset=utf8 \
  --legal-comments=none --loader:.json=json --outfile=../assets/pictures.js
{
  for f in $sources ../assets/pictures.js; do sha256sum "$f"; done
} >built.txt
rm -rf node_modules
