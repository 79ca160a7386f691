import { AnswerOnce } from '../../src/services/answer-once.ts';
import { act, importedAt, newsroomWith } from '../support/newsroom-builder.ts';

const answeredBefore = (key: string) => {
  const newsroom = newsroomWith({});
  const post = {
    channel: 'C1',
    ts: '1700000000.000200',
    as: 'answer' as const,
    topics: [],
    shows: [],
    at: importedAt,
  };
  act(newsroom, [{ type: 'posted', post: { ...post, answers: key } }]);
  return newsroom;
};

describe('what comes twice is answered once', () => {
  test('a repeat while the first is under way waits for it and does nothing', async () => {
    const once = new AnswerOnce();
    const done: string[] = [];
    const work = (name: string) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      done.push(name);
      return name;
    };

    const first = once.run('mention:1', newsroomWith({}), work('first'));
    const repeat = once.run('mention:1', newsroomWith({}), work('repeat')).then((answer) => {
      done.push('told');
      return answer;
    });

    expect(await Promise.all([first, repeat])).toEqual(['first', undefined]);
    expect(done).toEqual(['first', 'told']);
  });

  test('what was answered before a restart is not answered again', async () => {
    const answer = await new AnswerOnce().run('mention:1', answeredBefore('mention:1'), async () => 'again');

    expect(answer).toBeUndefined();
  });

  test('another key is another question', async () => {
    const answer = await new AnswerOnce().run(
      'mention:2',
      answeredBefore('mention:1'),
      async () => 'answered',
    );

    expect(answer).toBe('answered');
  });

  test('an answer that failed may be tried again', async () => {
    const once = new AnswerOnce();
    const failing = once.run('share:1', newsroomWith({}), () => Promise.reject(new Error('Slack is away')));
    await expect(failing).rejects.toThrow('Slack is away');

    expect(await once.run('share:1', newsroomWith({}), async () => 'answered')).toBe('answered');
  });
});
