/** Tells who started this process that it listens; whoever asks then is told the processor time it has used, in µs. */
export function listening() {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send(user + system);
  });
  process.send('listening');
}
