import type { Inline } from '../pages/page.ts';
import type { StoryDocument } from './story-document.ts';

/** XHTML without scripts, styles or attributes but the addresses of links. */
export function drawHtml({ title, standfirst, facts, sections }: StoryDocument): string {
  return [
    `<h1>${escaped(title)}</h1>`,
    ...(standfirst ? [`<p>${escaped(standfirst)}</p>`] : []),
    `<p><small>${escaped(facts)}</small></p>`,
    ...sections.flatMap(({ heading, lines }) => [
      `<h2>${escaped(heading)}</h2>`,
      `<ul>${lines.map((line) => `<li>${line.map(inline).join('')}</li>`).join('')}</ul>`,
    ]),
  ].join('\n');
}

const tags = { bold: 'b', italic: 'i', strike: 's', code: 'code' } as const;

function inline(one: Inline): string {
  if (typeof one === 'string') return escaped(one);
  if ('entry' in one) return one.entry;
  if ('person' in one) return escaped(one.person);
  if ('channel' in one) return escaped(one.channel);
  if ('url' in one) return `<a href="${escaped(one.url)}">${escaped(one.text)}</a>`;
  const tag = tags[one.style];
  return `<${tag}>${escaped(one.text)}</${tag}>`;
}

const entities: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** XML has no sign for most control characters: where one stands, it is a mistake of whoever typed it. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign).replace(/(?![\t\n\r])\p{Cc}/gu, '');
