import { nearWords } from '../../domain/language/distance.ts';
import { helpPage, verbHelpPage } from '../../domain/pages/help-page.ts';
import type { Verb } from './verb.ts';

/** Help reads the table it stands in, so the table is handed to it. */
export const helpVerb = (verbs: () => readonly Verb[]): Verb => ({
  name: 'help',
  usage: 'help [COMMAND]',
  summary: 'What you can ask, and an example of each.',
  example: 'help timeline',
  answer: (words, { viewer }) => {
    const typed = words.replace(/^\/?brief\s+/i, '').toLowerCase();
    if (typed === '') return { page: helpPage(verbs(), viewer.role), topics: [] };
    const verb = verbs().find(
      ({ name, usage }) => name.toLowerCase() === typed || usage.split(/[^a-z-]+/).includes(typed),
    );
    if (verb) return { page: verbHelpPage(verb), topics: [] };
    return {
      problem: 'unknown-help',
      typed,
      nearVerbs: nearWords(
        typed,
        verbs()
          .map(({ name }) => name)
          .filter(Boolean),
      ),
    };
  },
});
