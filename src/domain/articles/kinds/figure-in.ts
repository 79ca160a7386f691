import { cutText } from '../../language/cut-text.ts';
import type { Figure } from '../../records/entry.ts';
import { type Amount, amountsIn } from './amounts.ts';

/** A figure that a sentence is about, and how surely it is about it. */
export interface FoundFigure {
  figure: Figure;
  /** The number is what is said, not a detail of something that happened. */
  isPoint: boolean;
}

const longestMetric = 120;

/** What a number does where the sentence is about it. */
const measuring =
  /\b(?:rose|rises?|risen|fell|falls?|fallen|jump(?:ed|s)?|drop(?:ped|s)?|slid|slipped|climb(?:ed|s)?|gain(?:ed|s)?|lost|los[et]s?|slump(?:ed|s)?|surg(?:ed|es?)|soar(?:ed|s)?|plung(?:ed|es?)|tumbl(?:ed|es?)|shrank|shrunk|grew|grow[sn]?|increas(?:ed|es?)|decreas(?:ed|es?)|declin(?:ed|es?) (?:by|to)|doubled|tripled|halved|(?:was|were|is|are) (?:up|down|flat|worth|valued|estimated|still|at|missing|dead|injured|killed)|came to|amount(?:ed|s) to|total(?:l?ed|s)?|valued?|worth|st(?:ands?|ood) at|account(?:s|ed|ing) for|controls?|averag(?:ed|es?)|report(?:ed|s)|post(?:ed|s)|earned|sales of|revenue of|profit of|turnover of|costs?|took|brought|hit|reach(?:ed|es)|received|recorded|expect(?:s|ed)?|exceed(?:ed|s)|employs?|ha[sd]|have|holds?|missing|pulled|rescued|killed|died|injured|measured|weigh(?:s|ed)|lives?|lived|missed|beat|guided|climbing|falling|rising|slipping|dropping|blank|now sees|forecast|step was)\b/i;
/** What an amount is of, behind it. */
const shareOf = /^ of (?:the |all |its |global |total )?([^,.;]{3,80})/;
const holds =
  /^(.{2,70}?) (?:controls?|holds?|accounts? for|accounted for|owns?|makes? up|made up|has|commands?)\s*$/i;
/** `a 31% rise in profit`: of what it is a change. */
const changeIn =
  /^ ((?:rise|increase|drop|fall|decline|jump|gain|growth|cut|surge|slump|raise|stake|share|decrease|reduction) (?:in|of) .{3,60}?)(?= (?:on|as|after|from|to|for|and|by|since)\b|$)/;
const reporting = / (?:reported|posted|recorded|announced|said|saw|reports|posts)$/;
const leadIn = /^(?:(?:by|in|on|at|for|as|but|and|meanwhile)\b[^,]{0,60}, )?(?:(?:the|a|an) )?/i;
/** `it now expects full-year profit`: the profit is what is counted. */
const pronounSubject =
  /^(?:it|they|he|she|we) (?:now |also |had |has |have )*(?:expects?|expected|sees|forecasts?|reported|posted|earned|made|lost|sold|employs?)\b/i;
const looseEnd =
  /(?:\s|^)(?:to|by|at|of|a|an|the|about|around|roughly|approximately|some|over|more than|at least|under|less than|fewer than|below|above|up to|nearly|almost|between|from|an estimated|as many as|as much as|north of|or|for|in|with|and|is|was|were|are|has|have|had|that|now|still)\s*$/i;

/** Text before and behind the amount, within the same clause. */
function around(text: string, { from, to }: Amount): { before: string; behind: string } {
  const before = text.slice(Math.max(0, from - 200), from);
  return {
    before: before.slice(Math.max(before.lastIndexOf('; '), before.lastIndexOf(', with ')) + 1),
    behind: text.slice(to, to + 120).split(/[.,;](?:\s|$)/)[0] ?? '',
  };
}

/** The first share or sum; else the first count. `claim` is the statement without who says so. */
export function figureIn(claim: string): FoundFigure | undefined {
  const amounts = amountsIn(claim);
  const main = amounts.find(({ is }) => is !== 'count') ?? amounts[0];
  if (!main) return undefined;
  const { before, behind } = around(claim, main);
  const metric = metricOf(before.replace(pronounSubject, ''), behind, main);
  if (metric === '') return undefined;
  const { amount, unit, bound } = main;
  // `it was worth` tells nobody what was.
  if (/^(?:it|they|he|she|this|that|these|those)\b/i.test(metric)) return undefined;
  const isSubject = tidy(before.replace(leadIn, '')).split(' ').length <= 2 && main.is !== 'money';
  const isSure =
    main.is !== 'count' ||
    /^(?:people|persons|survivors|ships|workers|employees|jobs|degrees|tonnes|tons|mm|km|kg)/.test(unit);
  return {
    figure: { metric, amount, unit: unit.slice(0, 40), ...(bound ? { bound } : {}) },
    isPoint: isSure
      ? isSubject ||
        (main.is !== 'count' &&
          /\b(?:was|were|is|are) (?:about |around |roughly |nearly |almost |only |just )?$/.test(before)) ||
        /^ (?:lower|higher|down|up|more|less|fewer)\b/.test(behind) ||
        measuring.test(before) ||
        measuring.test(behind)
      : /\b(?:rose|fell|was|were|slid|dropped|fewer|missing|killed|lost)\b/.test(before) && isSubject,
  };
}

/** What is counted: what stands before the number without its loose end; else what stands behind. */
function metricOf(before: string, behind: string, { is, unit }: Amount): string {
  const subject = tidy(before.replace(leadIn, ''));
  const change = changeIn.exec(behind)?.[1];
  if (change !== undefined)
    return cutText(`${subject.replace(reporting, '')}: ${change}`.replace(/^: /, ''), longestMetric);
  const of = shareOf.exec(behind)?.[1];
  const holder = is === 'share' && of !== undefined ? holds.exec(`${subject} `)?.[1] : undefined;
  if (holder !== undefined && of !== undefined)
    return cutText(`${holder}’s share of ${of}`.trim(), longestMetric);
  const counted = is === 'count' && of === undefined ? ` ${unit}` : '';
  if (subject !== '')
    return cutText(of === undefined ? `${subject}${counted}` : `${subject} … of ${of}`, longestMetric);
  return cutText(`${is === 'count' ? unit : ''}${behind}`.trim() || unit, longestMetric);
}

function tidy(words: string): string {
  let left = words.trim();
  for (let shorter = left.replace(looseEnd, ''); shorter !== left; shorter = left.replace(looseEnd, ''))
    left = shorter;
  return left.replace(/^[\s,;:“"‘(–—-]+|[\s,;:(–—-]+$/g, '');
}
