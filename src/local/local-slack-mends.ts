/** Where local-slack 0.1.8 differs from Slack so much that the try-out would look broken. */

interface SlackUser {
  id: string;
  is_restricted?: boolean;
}

/** Marks the guests in what users.info and users.list answer. */
export function withGuests(
  body: { user?: SlackUser; members?: SlackUser[] },
  guests: ReadonlySet<string>,
): object {
  const marked = (user: SlackUser) => ({ ...user, is_restricted: guests.has(user.id) });
  return {
    ...body,
    ...(body.user && { user: marked(body.user) }),
    ...(body.members && { members: body.members.map(marked) }),
  };
}

interface Submission {
  payload?: {
    type?: string;
    view?: {
      blocks: { block_id?: string; element?: Record<string, unknown> }[];
      state: { values: Record<string, Record<string, Record<string, unknown>>> };
    };
  };
}

const initialValues: readonly [initial: string, submitted: string][] = [
  ['initial_value', 'value'],
  ['initial_option', 'selected_option'],
  ['initial_options', 'selected_options'],
  ['initial_date', 'selected_date'],
];

/** A field that nobody touched is submitted with its initial value, as in Slack, and not as null. */
export function withInitialValues(envelope: string): string {
  if (!envelope.includes('"view_submission"')) return envelope;
  const parsed: Submission = JSON.parse(envelope);
  const view = parsed.payload?.view;
  if (parsed.payload?.type !== 'view_submission' || !view) return envelope;
  for (const { block_id: blockId = '', element = {} } of view.blocks) {
    const field = view.state.values[blockId]?.[String(element['action_id'])];
    if (!field) continue;
    for (const [initial, submitted] of initialValues) {
      if (element[initial] !== undefined && isEmpty(field[submitted])) field[submitted] = element[initial];
    }
  }
  return JSON.stringify(parsed);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** The page escapes text that is escaped already, as Slack demands: "AT&amp;amp;T". */
const unescapeOnPage = `<script>
new MutationObserver(() => {
  for (const text of document.querySelectorAll('.mrkdwn')) {
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const plain = node.data.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
      if (plain !== node.data) node.data = plain;
    }
  }
}).observe(document, { childList: true, subtree: true });
</script>`;

/** The page draws a field of many lines as one line, which runs the paragraphs of an article together. */
const oneLineField =
  /\.jsx\("input",(?=\{className:"bk-plain-input",placeholder:\(\w+=(\w+)\.placeholder\))/g;
const manyLines = '<style>textarea.bk-plain-input{min-height:5em;resize:vertical}</style>';

export const withManyLines = (html: string): string =>
  html
    .replace(oneLineField, (_, element: string) => `.jsx(${element}.multiline?"textarea":"input",`)
    .replace('</head>', () => `${manyLines}</head>`);

export function withPlainAmpersands(html: string): string {
  return html.replace('<head>', () => `<head>${unescapeOnPage}`);
}
