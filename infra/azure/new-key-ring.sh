#!/usr/bin/env bash
# Prints a new key ring, the JSON document that seals every personal field. Once for each installation: what one ring has sealed no other opens.
set -euo pipefail

key() { openssl rand -base64 32; }

sealing=$(key) fingerprint=$(key) signing=$(key)
printf '{"current":1,"sealing":{"1":"%s"},"fingerprint":"%s","signing":"%s"}\n' "$sealing" "$fingerprint" "$signing"
