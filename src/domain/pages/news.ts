import { type CatchUp, isNew, newsCount } from '../briefing/catch-up.ts';
import { askFor } from '../language/topic-request.ts';
import { type Button, bold, type Inline, type Page, type Part } from './page.ts';

/** The page of a topic with what is new to its reader marked, counted, and one press away. */
export function withNews(page: Page, catchUp: CatchUp): Page {
  if (newsCount(catchUp) === 0) return page;
  const ids = new Set(catchUp.news.filter(isNew).map(({ entry }) => entry.id));
  const parts = page.parts.map((part) => (part.part === 'list' ? marked(part, ids) : part));
  const at = parts.findIndex((part) => part.part === 'context');
  const line: Part = { part: 'context', text: [bold(sinceYouLooked(catchUp))] };
  const context = parts[at];
  if (context?.part === 'context') parts[at] = { ...context, text: [...context.text, ' · ', ...line.text] };
  else parts.unshift(line);
  return { parts: withButton(parts, catchUp) };
}

function sinceYouLooked(catchUp: CatchUp): string {
  const added = catchUp.news.filter(isNew).length;
  const changed = newsCount(catchUp) - added;
  const counts = [added > 0 ? `${added} new` : '', changed > 0 ? `${changed} changed` : ''];
  return `${counts.filter(Boolean).join(', ')} since you looked`;
}

const marked = (list: Extract<Part, { part: 'list' }>, ids: ReadonlySet<string>): Part => ({
  ...list,
  lines: list.lines.map((line) => (ids.has(numberOf(line) ?? '') ? [bold('NEW'), ' ', ...line] : line)),
});

/** An entry's line ends with its own number; those before it are of entries it speaks of. */
function numberOf(line: readonly Inline[]): string | undefined {
  const last = line.findLast((inline) => typeof inline === 'object' && 'entry' in inline);
  return typeof last === 'object' && 'entry' in last ? last.entry : undefined;
}

/** Reading the page marks it as read, so the button names where the reader stood before. */
function withButton(parts: Part[], { topic, since }: CatchUp): Part[] {
  const button: Button = { label: 'What is new', command: `catchup ${askFor([topic])} since:${since}` };
  const last = parts.findLastIndex((part) => part.part === 'buttons');
  const row = parts[last];
  if (row?.part !== 'buttons') return [...parts, { part: 'buttons', buttons: [button] }];
  return parts.with(last, { ...row, buttons: [button, ...row.buttons] });
}
