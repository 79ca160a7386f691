/** How much of what an editor would take from the fixture articles is found in them, and how much of it is right. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = 'tests/fixtures/articles';

/** The articles of a set (`development`, `held-out`) with their gold. The one from outside is read where it lies. */
export function fixtures(set) {
  return readdirSync(join(folder, set))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const gold = JSON.parse(readFileSync(join(folder, set, name), 'utf8'));
      const file = gold.text ?? join(folder, set, name.replace(/json$/, 'txt'));
      if (!existsSync(file)) return [];
      const paragraphs = readFileSync(file, 'utf8')
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean);
      return [{ name: basename(name, '.json'), gold, article: { ...gold.article, paragraphs } }];
    });
}

const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
/** What tells when and nothing else: an attribution is right with or without it. */
const idle = /^(?:on|monday|tuesday|wednesday|thursday|friday|saturday|sunday|night|morning|that|the|a|an)$/;
const told = (text) => fold(text).filter((word) => !idle.test(word));

/** Shared words over all words of both. */
function overlap(a, b) {
  const [one, other] = [new Set(a), new Set(b)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / (one.size + other.size - shared || 1);
}

const same = (a, b) => a.join(' ') === b.join(' ');

/** Each gold statement with the one proposal that has its words, none used twice. */
function paired(statements, proposals) {
  const left = new Set(proposals);
  return statements.map((statement) => {
    const words = fold(statement.text.replace(/^A[.:] /, ''));
    const [best] = [...left]
      .map((proposal) => ({ proposal, like: overlap(words, fold(proposal.statement)) }))
      .filter(({ like }) => like >= 0.75)
      .sort((a, b) => b.like - a.like);
    if (best) left.delete(best.proposal);
    return { statement, proposal: best?.proposal };
  });
}

const namesOf = (entity) => [entity.name, ...(entity.aliases ?? [])].map((name) => fold(name).join(' '));
const isNamed = (gold, found) => namesOf(gold).some((name) => namesOf(found).includes(name));

/** Adds up `right` of `all`, and says what was wrong. */
class Tally {
  right = 0;
  all = 0;
  wrong = [];

  add(isRight, what) {
    this.all += 1;
    if (isRight) this.right += 1;
    else this.wrong.push(what);
  }

  get share() {
    return this.all === 0 ? 1 : this.right / this.all;
  }
}

/**
 * Scores one set. `read` makes a Reading of an article; `entityOf` is the record behind a slug that it tags. Places
 * are left aside: known ones are tagged, and none are suggested.
 */
export function scoreArticles(set, { read, entityOf }) {
  const names = ['recall', 'precision', 'kind', 'attribution', 'attributionExact', 'speaker', 'entityRecall'];
  const tallies = Object.fromEntries(
    [...names, 'entityPrecision', 'schema', 'questions'].map((name) => [name, new Tally()]),
  );
  for (const { name, gold, article } of fixtures(set)) {
    const reading = read(article, gold.known ?? []);
    const pairs = paired(gold.statements, reading.proposals);
    const used = new Set(pairs.map(({ proposal }) => proposal));
    for (const extra of reading.proposals)
      tallies.precision.add(used.has(extra), `${name}: ${extra.statement}`);
    const suggested = new Map(reading.entities.map((entity) => [entity.slug, entity]));
    const entity = (slug) => suggested.get(slug) ?? entityOf(slug, gold.known ?? []);
    for (const { statement, proposal } of pairs) {
      tallies.recall.add(proposal !== undefined, `${name}: ${statement.text}`);
      if (!proposal) continue;
      const { content } = proposal;
      tallies.kind.add(
        statement.kind.includes(content.kind),
        `${name}: ${content.kind}, not ${statement.kind}: ${statement.text}`,
      );
      if (statement.attribution || content.attribution) {
        const [wanted, found] = [told(statement.attribution ?? ''), told(content.attribution ?? '')];
        const what = `${name}: “${content.attribution ?? ''}”, not “${statement.attribution ?? ''}”: ${statement.text}`;
        tallies.attribution.add(overlap(wanted, found) >= 0.75, what);
        tallies.attributionExact.add(same(wanted, found), what);
      }
      if (statement.speaker) {
        const speaker =
          content.kind === 'quote' ? (entity(content.speaker) ?? { name: content.speaker }) : { name: '' };
        const wanted = gold.entities.find((one) => one.name === statement.speaker) ?? {
          name: statement.speaker,
        };
        tallies.speaker.add(
          isNamed(wanted, speaker),
          `${name}: ${speaker.name || content.kind}, not ${statement.speaker}: ${statement.text}`,
        );
      }
    }
    const tagged = [...new Set(reading.proposals.flatMap(({ content }) => content.entities))].map(entity);
    const found = [...new Set([...reading.entities, ...tagged])].filter(
      (one) => one && one.schema !== 'Place' && one.schema !== 'Product',
    );
    for (const wanted of gold.entities) {
      const hit = found.find((one) => isNamed(wanted, one));
      tallies.entityRecall.add(hit !== undefined, `${name}: ${wanted.name}`);
      if (hit)
        tallies.schema.add(
          hit.schema === wanted.schema,
          `${name}: ${hit.schema}, not ${wanted.schema}: ${wanted.name}`,
        );
    }
    for (const one of found)
      tallies.entityPrecision.add(
        gold.entities.some((wanted) => isNamed(wanted, one)),
        `${name}: ${one.schema} ${one.name}`,
      );
    for (const question of gold.questions) {
      const isAsked = reading.questions.some(({ text }) =>
        fold(question)
          .slice(0, 1)
          .every((word) => fold(text).includes(word)),
      );
      tallies.questions.add(isAsked, `${name}: ${question}`);
    }
  }
  const { entityRecall: recall, entityPrecision: precision } = tallies;
  const entities = (2 * recall.share * precision.share) / (recall.share + precision.share || 1);
  return { tallies, entities };
}
