import { parentPort, workerData } from 'node:worker_threads';
import { type Job, readJob } from './read-job.ts';

// The file that a thread is started with: it reads one thing, answers and ends.
void readJob(workerData as Job).then((answer) => parentPort?.postMessage(answer));
