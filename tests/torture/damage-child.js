// Run by the kill campaign as a process of its own, so that several can share the bytes: it only counts.
import { pathToFileURL } from 'node:url';
import { cutAndFlip } from './cuts-and-flips.js';
import { say } from './mortal.js';
import { Tally } from './tally.js';

const { built, dir, share } = JSON.parse(process.argv[2]);
const load = (path) => import(pathToFileURL(`${built}/${path}`).href);
const store = {
  ...(await load('store/json/open-json-journal.js')),
  ...(await load('services/newsroom-service.js')),
};
const tally = new Tally();
await cutAndFlip({ dir, store, share, tally });
say(tally);
process.exit(0);
