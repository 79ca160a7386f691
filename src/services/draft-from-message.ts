import { draftMadeOf } from '../domain/editing/drafts/find-draft.ts';
import { isProblem } from '../domain/problem.ts';
import { type Asked, askingOf, type Office, refusedTo } from './act-on-command.ts';
import { problemAnswer } from './commands/commands.ts';
import type { Answer, Origin } from './commands/verb.ts';
import { draftAnswer, importOutcome } from './outcomes/draft-outcomes.ts';

interface Message extends Asked {
  text: string;
  origin: Origin;
}

/** A message, however long, as a draft; one that was made a draft before leads to it. */
export async function draftFromMessage(office: Office, message: Message): Promise<Answer> {
  const person = await office.directory.person(message.person);
  const refused = await refusedTo(office, person, 'contributor');
  if (refused) return problemAnswer(refused);
  const asking = askingOf(office, person, message);
  const { key, permalink } = message.origin;
  const before = draftMadeOf(asking.newsroom, { key, fingerprint: '' });
  if (before) return draftAnswer(asking.newsroom, asking, before.id);
  const story = message.threadTopics?.find(({ kind }) => kind === 'story')?.slug;
  const article = await office.reader.readInput(message.text);
  if (isProblem(article)) return problemAnswer(article);
  const outcome = importOutcome(asking, article, { via: 'message', key, permalink, story });
  const recorded = await office.newsroom.record(person.id, outcome.decide);
  return isProblem(recorded) ? problemAnswer(recorded) : outcome.told(office.newsroom.newsroom);
}
