// node --require end-with-parent.cjs …: ends when whoever holds the other end of standard input does, even if that was killed.
process.stdin.on('end', () => process.exit()).on('error', () => process.exit()).resume();
