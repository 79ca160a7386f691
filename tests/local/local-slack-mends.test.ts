import { withGuests, withInitialValues, withManyLines } from '../../src/local/local-slack-mends.ts';

test('guests are marked, in one answer and in a list', () => {
  const guests = new Set(['U0GIL']);

  expect(withGuests({ user: { id: 'U0GIL' } }, guests)).toEqual({
    user: { id: 'U0GIL', is_restricted: true },
  });
  expect(withGuests({ members: [{ id: 'U0ANA' }] }, guests)).toEqual({
    members: [{ id: 'U0ANA', is_restricted: false }],
  });
});

test('an untouched field is submitted with its initial value, a changed or emptied one as it is', () => {
  const text = (block: string, initial: string) => ({
    block_id: block,
    element: { type: 'plain_text_input', action_id: 'v', initial_value: initial },
  });
  const blocks = [
    { type: 'divider' },
    text('untouched', 'before'),
    text('changed', 'before'),
    text('emptied', 'x'),
  ];
  const values = {
    untouched: { v: { value: null } },
    changed: { v: { value: 'after' } },
    emptied: { v: { value: '' } },
  };
  const envelope = { payload: { type: 'view_submission', view: { blocks, state: { values } } } };

  const mended = JSON.parse(withInitialValues(JSON.stringify(envelope)));

  expect(mended.payload.view.state.values).toEqual({
    untouched: { v: { value: 'before' } },
    changed: { v: { value: 'after' } },
    emptied: { v: { value: '' } },
  });
});

test('everything else passes as it is', () => {
  const envelope = '{"payload": {"type":"block_actions","text":"\\"view_submission\\""}}';

  expect(withInitialValues(envelope)).toBe(envelope);
});

test('a field of many lines is drawn as one, and the others as they are', () => {
  const drawn = (name: string) =>
    `<head></head>f.jsx("input",{className:"${name}",placeholder:(z=l.placeholder)==null?void 0:z.text})`;

  expect(withManyLines(drawn('bk-plain-input'))).toContain('f.jsx(l.multiline?"textarea":"input",{className');
  expect(withManyLines(drawn('search'))).toContain('f.jsx("input",{className');
});
