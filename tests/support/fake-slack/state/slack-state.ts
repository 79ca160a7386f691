import { type FakeSlackOptions, type Settings, settingsFrom } from '../settings.ts';
import type { SlackObject } from '../slack-object.ts';
import { ChangeSignal } from './change-signal.ts';
import { Clock } from './clock.ts';
import { Directory } from './directory.ts';
import { Faults } from './faults.ts';
import { ResponseUrls } from './response-urls.ts';
import { Timeline } from './timeline.ts';
import { Triggers } from './triggers.ts';
import { ViewStacks } from './view-stacks.ts';

export interface Call {
  method: string;
  /** Without the token. */
  args: SlackObject;
  /** Milliseconds, by the fake's clock. */
  at: number;
  /** `ok`, the error's code, a status such as `429`, or `reset`; `pending` until answered. */
  outcome: string;
}

export interface SlackState {
  settings: Settings;
  clock: Clock;
  signal: ChangeSignal;
  directory: Directory;
  timeline: Timeline;
  views: ViewStacks;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  faults: Faults;
  calls: Call[];
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin: string;
}

export function createSlackState(options: FakeSlackOptions): SlackState {
  const clock = new Clock();
  const signal = new ChangeSignal();
  const timeline = new Timeline(clock, signal);
  return {
    settings: settingsFrom(options),
    clock,
    signal,
    directory: new Directory(options),
    timeline,
    views: new ViewStacks(signal),
    triggers: new Triggers(clock),
    responseUrls: new ResponseUrls(clock, timeline),
    faults: new Faults(),
    calls: [],
    origin: '',
  };
}
