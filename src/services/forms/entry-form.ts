import { type EntryFields, entryFieldsOf } from '../../domain/editing/entries/entry-fields.ts';
import { asChoices } from '../../domain/editing/entries/entry-words.ts';
import { entityNames } from '../../domain/editing/entries/print-entry.ts';
import {
  type EntryReading,
  type ReadingAt,
  readEntry,
  withInferred,
} from '../../domain/editing/entries/read-entry.ts';
import type { Page, Part } from '../../domain/pages/page.ts';
import type { FieldFault } from '../../domain/problem.ts';
import type { Slug } from '../../domain/records/identifiers.ts';
import type { Asking } from '../commands/verb.ts';
import { contentFields, standingFields, storyField } from './entry-blank.ts';
import { fillForm, hiddenFields } from './fill-form.ts';
import type { Form, Typed } from './form.ts';

const longestText = 3000;

interface Opening {
  about?: Form['about'];
  notice?: readonly Part[];
  faults?: readonly FieldFault[];
  submit?: string;
}

/** The form that adds an entry, with what was typed so far and what that shows it to be. */
export function entryForm(
  asking: Asking,
  fields: EntryFields,
  { about = {}, ...filling }: Opening = {},
): Form {
  const reading = readEntry(asking.newsroom, fields, readingAt(asking, about, { mayGuess: true }));
  const { values } = reading;
  const shown = { ...withInferred(asking.newsroom, fields), ...printed(asking, reading) };
  const typed = fields.text === undefined ? fields : shown;
  const offered = values.entities ?? [];
  return filled(typed, {
    ...filling,
    about: { ...originOf(asking), ...about, ...(fields.text === undefined ? {} : offering(offered)) },
  });
}

/** The same form with all that was typed, as long as nobody can say more of it. */
export const entryFormAgain = (typed: Typed, about: Form['about'], why: Page): Form =>
  filled(entryFieldsOf(typed), { about, notice: why.parts });

function filled(given: EntryFields, { about = {}, notice = [], faults = [], submit }: Opening): Form {
  const fields = asChoices(given);
  const blank = {
    name: 'entry',
    title: 'Add an entry',
    submit: 'Add',
    fields: [storyField, ...contentFields(fields.kind ?? 'fact'), ...standingFields],
  };
  const { text = '' } = fields;
  const typed: Typed = {
    kind: 'fact',
    ...fields,
    ...(text === '' ? {} : { text: firstOf(text) }),
  };
  return fillForm(blank, {
    typed,
    about,
    notice: [...notice, ...restOf(text)],
    faults,
    ...(submit === undefined ? {} : { submit }),
  });
}

/** As much of a text as a field holds, never half a character. */
const firstOf = (text: string): string =>
  text.length <= longestText ? text : text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '');

/** A text too long for a field goes on above it, so that none of it is lost. */
function restOf(text: string): Part[] {
  const rest = text.slice(firstOf(text).length);
  const pieces = rest.match(/[\s\S]{1,2800}/gu) ?? [];
  return pieces.map((piece, at) => ({
    part: 'paragraph',
    text: [at === 0 ? 'The text goes on: ' : '', piece].filter(Boolean),
  }));
}

/** What reading made of the fields, as it would be typed. */
function printed({ newsroom }: Asking, { values }: EntryReading): EntryFields {
  const { entities = [], response } = values;
  const to = response?.respondsTo;
  const who = response && entityNames(newsroom, [response.entity]);
  return {
    ...(entities.length > 0 ? { entities: entityNames(newsroom, entities) } : {}),
    ...(who ? { who } : {}),
    ...(to ? { respondsTo: to } : {}),
  };
}

const mostOffered = 1200;

/** The entities shown as tagged, so that one taken out of the field stays out. */
const offering = (slugs: readonly Slug[]): Form['about'] => {
  const offered = slugs.join(' ');
  return offered === '' || offered.length > mostOffered ? {} : { offered };
};

const originOf = ({ origin }: Asking): Form['about'] =>
  origin
    ? {
        origin: origin.key,
        ...(origin.permalink && origin.permalink.length < 400 ? { permalink: origin.permalink } : {}),
      }
    : {};

export function readingAt(
  asking: Asking,
  about: Form['about'],
  more: Pick<ReadingAt, 'mayGuess'> = {},
): ReadingAt {
  const { viewer, now, zone } = asking;
  // A list too long to be shown was not sent back either: nothing was taken out of it.
  const isShown = !hiddenFields(about).includes('entities');
  const offered = isShown ? about['offered']?.split(' ').filter(Boolean) : undefined;
  return { viewer, now, zone, ...more, ...(offered ? { offered } : {}) };
}
