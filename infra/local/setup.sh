# shellcheck shell=bash disable=SC2154,SC2034
# Sourced by run.sh and test.sh, which set $root: what must be on the machine before anything can start.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
emulator=$root/infra/local/node_modules/azurite/dist/src/azurite.js quick_emulator=$root/infra/local/quick-emulator.cjs

say() { printf '%s\n' "$@"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

need_node() {
  if ! { command -v node && command -v npm; } >/dev/null; then
    die "Node and npm are missing (20.19 or later): 'apt-get install nodejs npm' on Debian 13, https://nodejs.org elsewhere."
  fi
  node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)' ||
    die "Node $(node --version) is too old: 20.19 or later is needed."
}

need_dotnet() {
  command -v dotnet >/dev/null || die "The .NET SDK 10 is missing: https://learn.microsoft.com/dotnet/core/install/linux"
  (cd "$root" && dotnet --version) >/dev/null 2>&1 || die "global.json asks for the .NET SDK 10; here are: $(dotnet --list-sdks | tr '\n' ' ')"
}

# npm writes its own lock file last, so an installation that was broken off is made again.
has_packages() { [[ $1/node_modules/.package-lock.json -nt $1/package-lock.json ]]; }

has_emulator() { [[ -f $emulator ]] && has_packages "$root/infra/local"; }

has_web_packages() { has_packages "$root/web"; }

# What the browser tests drive, and a font that has Chinese; CHROMIUM names another browser.
has_browser() { [[ -x ${CHROMIUM:-/usr/bin/chromium-headless-shell} ]] && has_chinese_font; }
has_chinese_font() { ! command -v dpkg-query >/dev/null || dpkg-query -s fonts-noto-cjk >/dev/null 2>&1; }

need_browser() {
  if has_browser; then return; fi
  local packages=(chromium-headless-shell fonts-noto-cjk)
  if command -v apt-get >/dev/null && ((EUID == 0)); then
    say "Installing ${packages[*]} for the browser tests…"
    if { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${packages[@]}"; } >/dev/null; then
      return
    fi
  fi
  # The whole browser does as well; it is slower.
  if [[ -x /usr/bin/chromium ]] && has_chinese_font; then return; fi
  die "The browser tests need Chromium (CHROMIUM=/path/to/it) and a Chinese font: 'apt-get install ${packages[*]}' as root."
}

install_emulator=(npm ci --prefix "$root/infra/local" --no-audit --no-fund)
install_web_packages=(npm ci --prefix "$root/web" --no-audit --no-fund)
# Into functions/wwwroot; the service's build takes it from there.
build_web=(npm run build --prefix "$root/web")
