import { fork } from 'node:child_process';

/** What a fresh process sends that runs this file of the bench; its heap holds nothing else. */
export function inChild(file, ...args) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(file, import.meta.url), args, { execArgv: ['--expose-gc'] });
    let said;
    child.on('message', (message) => {
      said = message;
    });
    child.on('exit', (code) => {
      if (said === undefined) reject(new Error(`${file} ended with ${code} and said nothing`));
      else resolve(said);
    });
  });
}
