// until-ready.mjs PID SECONDS URL...: waits until every address answers, or the process that should has gone.
const [pid, seconds, ...urls] = process.argv.slice(2);
const deadline = Date.now() + Number(seconds) * 1000;
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

function lives() {
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    return false;
  }
}

// A refusal is an answer too: the emulator knows no unsigned requests.
const answers = (url) => fetch(url, { signal: AbortSignal.timeout(5000) }).then((response) => response.status < 500, () => false);

for (const url of urls) {
  while (!(await answers(url))) {
    if (!lives()) process.exit(1);
    if (Date.now() > deadline) {
      console.error(`${url} has not answered for ${seconds} s.`);
      process.exit(1);
    }
    await pause();
  }
}
