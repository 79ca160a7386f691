import { isProblem, type Problem } from '../domain/problem.ts';
import { type Person, type Role, refusal } from '../domain/rules/permissions.ts';
import { problemAnswer, respond, verbFor } from './commands/commands.ts';
import type { Answer, Asking, Outcome, Said, ToRead } from './commands/verb.ts';
import type { Form, FormName, Typed } from './forms/form.ts';
import { forms } from './forms/forms.ts';
import { lookUp } from './look-up.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Clock, InputReader, Staff } from './ports.ts';
import type { Marks } from './reader-marks.ts';
import type { Search } from './search.ts';

export interface Office {
  newsroom: NewsroomService;
  directory: Staff;
  clock: Clock;
  zone: string;
  /** Reads what is pasted as an article. */
  reader: InputReader;
  /** Who has read what; without it, nothing is new to anybody. */
  marks?: Marks;
  /** Without it, nothing can be searched for. */
  search?: Pick<Search, 'find'>;
}

/** Where and by whom something was asked. */
export interface Asked extends Pick<Asking, 'threadTopics' | 'origin' | 'channel' | 'threadTs'> {
  person: string;
  /** Everybody will read the answer: it shows what any reader may see. */
  isPublic?: boolean;
}

/** Does what a person typed, if they may, and says what came of it: a page, or a form to fill in. */
export async function actOnCommand(office: Office, words: string, asked: Asked): Promise<Answer | Form> {
  const person = await office.directory.person(asked.person);
  const said = verbFor(words);
  const { needs, wants } = said.verb;
  const refused = await refusedTo(office, person, needs);
  if (refused) return problemAnswer(refused);
  const audience =
    wants === 'audience' && asked.channel ? await office.directory.audienceOf(asked.channel) : undefined;
  const asking = { ...askingOf(office, person, asked), ...(audience ? { audience } : {}) };
  const looked = await lookUp(said, asking, office.search);
  const outcome = await readFirst(office, respond(words, looked, said));
  const told = await carryOut(office, outcome, { person, said });
  // What everybody reads says nothing of who read it.
  if ('page' in told && told.looked && !asked.isPublic) office.marks?.look(person.id, told.looked);
  return told;
}

/** Takes what was filled in. What cannot be recorded comes back as a form with everything that was typed. */
export async function actOnForm(
  office: Office,
  { name, typed, about }: { name: FormName; typed: Typed; about: Form['about'] },
  asked: Asked,
): Promise<Answer | Form> {
  const form = forms[name];
  if (!form) throw new Error(`no reader for the form ${name}`);
  const person = await office.directory.person(asked.person);
  const refused = await refusedTo(office, person, form.needs);
  if (refused) return form.again(typed, about, problemAnswer(refused).page);
  const outcome = await readFirst(office, form.read(typed, about, askingOf(office, person, asked)));
  if (isProblem(outcome)) return form.again(typed, about, problemAnswer(outcome).page);
  if (!('decide' in outcome)) return outcome;
  const recorded = await office.newsroom.record(person.id, outcome.decide);
  if (isProblem(recorded))
    return outcome.instead?.(recorded) ?? form.again(typed, about, problemAnswer(recorded).page);
  return outcome.told(office.newsroom.newsroom);
}

/** What this person may see and do, here and now. */
export const askingOf = (
  { newsroom, clock, zone, marks }: Office,
  { id, role }: Person,
  asked: Asked,
): Asking => ({
  newsroom: newsroom.newsroom,
  viewer: { role: asked.isPublic ? 'reader' : role },
  now: clock.now(),
  zone,
  person: id,
  ...(marks && !asked.isPublic ? { seen: (topic) => marks.seen(id, topic) } : {}),
  ...(asked.threadTopics ? { threadTopics: asked.threadTopics } : {}),
  ...(asked.origin ? { origin: asked.origin } : {}),
  ...(asked.channel ? { channel: asked.channel } : {}),
  ...(asked.threadTs ? { threadTs: asked.threadTs } : {}),
});

/** Why this person may not; those who can help are asked for only then. */
export async function refusedTo(
  office: Office,
  person: Person,
  needed: Role = 'reader',
): Promise<Problem | undefined> {
  const allowed = refusal(person, needed, []);
  return allowed && refusal(person, needed, await office.directory.editors());
}

type Decided = Exclude<Outcome, ToRead>;

/** Where an article was sent, what comes of it is known when it is read. */
async function readFirst({ reader }: Office, outcome: Outcome): Promise<Decided> {
  if (!('toRead' in outcome)) return outcome;
  const article = await reader.readInput(outcome.toRead);
  return isProblem(article) ? article : outcome.whenRead(article);
}

async function carryOut(
  office: Office,
  outcome: Decided,
  { person, said }: { person: Person; said: Said },
): Promise<Answer | Form> {
  if (isProblem(outcome)) return givingBack(outcome, said);
  if (!('decide' in outcome)) return outcome;
  const recorded = await office.newsroom.record(person.id, outcome.decide);
  if (isProblem(recorded)) return outcome.instead?.(recorded) ?? givingBack(recorded, said);
  return outcome.told(office.newsroom.newsroom);
}

/** Why it was not done, and the text that was typed: Slack does not show a command again. */
function givingBack(problem: Problem, { verb, words }: Said): Answer {
  const told = problemAnswer(problem);
  // One word is soon typed again; of what is off the record nothing is kept, here neither.
  if (!verb.keepsText || !/\s/.test(words) || problem.problem === 'off-the-record') return told;
  return {
    ...told,
    page: { parts: [...told.page.parts, { part: 'paragraph', text: ['You typed: ', words] }] },
  };
}
