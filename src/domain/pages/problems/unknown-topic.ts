import { verbs } from '../../language/reserved-words.ts';
import { slugFrom } from '../../language/slug.ts';
import { code, type Part } from '../page.ts';
import { choiceButtons, type Explain, help, say, typed } from './problem-parts.ts';

/** Nothing is called that: the nearest names, or the command that was meant, or how to open a story. */
export const unknownTopic: Explain<'unknown-topic'> = (problem) => {
  const first = problem.typed.split(' ')[0]?.toLowerCase();
  const unbuilt = verbs.find((verb) => verb === first);
  // Kept free for a command to come, so neither a topic nor a story to open.
  if (unbuilt) return [say('There is no ', code(`/brief ${unbuilt}`), ' yet.'), help];
  const [near] = problem.nearCommands;
  return [
    say(
      'Nothing on record is called ',
      typed(problem.typed),
      '.',
      problem.near.length ? ' Did you mean:' : '',
    ),
    ...choiceButtons(problem.near),
    ...(near ? [say('If you meant the command, it is ', code(`/brief ${near}`), '.'), help] : []),
    ...(near ? [] : [openHint(problem.typed)]),
  ];
};

const openHint = (words: string): Part => ({
  part: 'context',
  text: [
    'To open a story under that name: ',
    code(`/brief open ${slugFrom(words) || 'new-slug'} "Headline"`),
    ' (editors) · All commands: ',
    code('/brief help'),
  ],
});
