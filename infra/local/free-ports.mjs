// free-ports.mjs PORT...: says of every port that is taken by whom, and fails if there is one.
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';

const LISTEN = '0A';

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function attempt(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

function socketsOn(port) {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => attempt(() => readFileSync(table, 'utf8').split('\n').slice(1), []));
  return lines.map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === LISTEN && parseInt(columns[1].split(':')[1], 16) === port)
    .map((columns) => `socket:[${columns[9]}]`);
}

function holderOf(port) {
  const sockets = socketsOn(port);
  for (const pid of attempt(() => readdirSync('/proc'), []).filter((name) => /^\d+$/.test(name))) {
    const files = attempt(() => readdirSync(`/proc/${pid}/fd`), []);
    if (!files.some((file) => sockets.includes(attempt(() => readlinkSync(`/proc/${pid}/fd/${file}`), '')))) continue;
    const command = attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim(), '');
    return `process ${pid} (${command.slice(0, 120)})`;
  }
  return 'a process that only its owner can see';
}

for (const port of process.argv.slice(2).map(Number)) {
  if (await isFree(port)) continue;
  console.error(`Port ${port} is taken by ${holderOf(port)}.`);
  process.exitCode = 1;
}
