import { isObject, type SlackObject } from '../slack-object.ts';
import type { LimitReport } from './limit-report.ts';
import { checkList, checkOptionalString, checkString, checkTextObject } from './text-limits.ts';

/** Blocks that a newsroom message seldom uses: their fields, by @slack/types 3.2. */
export const lesserBlockFields: Record<string, readonly string[]> = {
  alert: ['text', 'level'],
  card: ['hero_image', 'icon', 'title', 'subtitle', 'body', 'actions'],
  carousel: ['elements'],
  container: [
    'title',
    'rich_text_title',
    'subtitle',
    'child_blocks',
    'width',
    'icon',
    'is_collapsible',
    'default_collapsed',
    'has_header_divider',
  ],
  data_table: ['rows', 'caption', 'page_size', 'row_header_column_index'],
  file: ['source', 'external_id'],
  markdown: ['text'],
  plan: ['title', 'tasks'],
  rich_text: ['elements'],
  table: ['rows', 'column_settings'],
  task_card: ['task_id', 'title', 'details', 'output', 'sources', 'status'],
  video: [
    'video_url',
    'thumbnail_url',
    'alt_text',
    'title',
    'title_url',
    'author_name',
    'provider_name',
    'provider_icon_url',
    'description',
  ],
};

const richTextParts = ['rich_text_section', 'rich_text_list', 'rich_text_quote', 'rich_text_preformatted'];
const richTextLeaves = [
  'broadcast',
  'channel',
  'color',
  'date',
  'emoji',
  'link',
  'team',
  'text',
  'user',
  'usergroup',
];

export const lesserBlockChecks: Record<
  string,
  (report: LimitReport, place: string, block: SlackObject) => void
> = {
  alert: (report, place, block) => checkTextObject(report, `${place}/text`, block.text, { max: 3000 }),
  carousel: (report, place, block) => {
    checkList(report, `${place}/elements`, block.elements, { max: 10 });
  },
  data_table: (report, place, block) =>
    checkString(report, `${place}/caption`, block.caption, { min: 1, max: 3000 }),
  // A file block comes back when a message is read; Slack takes none from an app.
  file: (report, place) => report.add(`${place}/type`, 'file blocks cannot be posted'),
  markdown: checkMarkdown,
  rich_text: (report, place, block) => checkRichText(report, place, block, richTextParts),
  table: checkTable,
  video: checkVideo,
};

function checkVideo(report: LimitReport, place: string, video: SlackObject): void {
  checkString(report, `${place}/alt_text`, video.alt_text, { min: 1, max: 2000 });
  checkTextObject(report, `${place}/title`, video.title, { max: 199, plainOnly: true });
  checkOptionalString(report, `${place}/video_url`, video.video_url, 3000);
}

/** 12,000 characters in all the markdown blocks of one message. */
function checkMarkdown(report: LimitReport, place: string, block: SlackObject): void {
  checkString(report, `${place}/text`, block.text, { min: 1, max: 12_000 });
  const before = report.markdownLength;
  report.markdownLength += String(block.text).length;
  if (before > 0 && report.markdownLength > 12_000) {
    report.add(`${place}/text`, 'markdown blocks together must be less than 12001 characters');
  }
}

function checkTable(report: LimitReport, place: string, block: SlackObject): void {
  report.tableCount += 1;
  if (report.tableCount > 1) report.add(place, 'only one table block is allowed in a message');
  for (const [index, row] of checkList(report, `${place}/rows`, block.rows, { max: 100 }).entries()) {
    checkList(report, `${place}/rows/${index}`, row, { max: 20 });
  }
}

function checkRichText(
  report: LimitReport,
  place: string,
  block: SlackObject,
  allowed: readonly string[],
): void {
  const elements = checkList(report, `${place}/elements`, block.elements, { max: 1000 });
  for (const [index, element] of elements.entries()) {
    const where = `${place}/elements/${index}`;
    const type = isObject(element) ? String(element.type) : undefined;
    if (!isObject(element) || type === undefined || !allowed.includes(type)) {
      report.add(`${where}/type`, `unknown rich text element type: ${type}`);
      continue;
    }
    if (type === 'text') checkString(report, `${where}/text`, element.text, { min: 1, max: 3000 });
    if (type === 'rich_text_list') checkRichText(report, where, element, ['rich_text_section']);
    else if (type.startsWith('rich_text_')) checkRichText(report, where, element, richTextLeaves);
  }
}
