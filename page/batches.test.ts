import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Judged } from '#schema/messages.ts';
import type { Post } from '#schema/post.ts';
import { createBatches } from './batches.ts';

const post = (key: string, length = 10): Post => ({
  site: 'test',
  key,
  kind: 'post',
  url: 'https://site.test/',
  text: 'x'.repeat(length),
  links: [],
  partial: false,
});
/** Batches use containers as keys only. */
const container = () => ({}) as Element;
const pause = () => new Promise((done) => setTimeout(done, 1));
const answer = (posts: Post[]): Judged[] => posts.map(({ key }) => ({ key, warning: null }));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('batches', () => {
  it('hold at most 25 posts or 64 kB, one under way at a time', async () => {
    const sizes: number[] = [];
    let underWay = 0;
    const batches = createBatches(
      async (posts) => {
        expect(++underWay).toBe(1);
        await pause();
        underWay--;
        sizes.push(posts.length);
        return answer(posts);
      },
      () => {},
    );
    for (let n = 0; n < 60; n++) batches.add(container(), post(`${n}`));
    for (let n = 0; n < 3; n++) batches.add(container(), post(`long ${n}`, 40_000));
    batches.pump();
    batches.pump();
    await vi.advanceTimersByTimeAsync(100);
    expect(sizes).toEqual([25, 25, 11, 1, 1]);
  });

  it('never hold two posts of one key, so that answers find their post', async () => {
    const done: [string, number][] = [];
    const batches = createBatches(
      async (posts) => answer(posts),
      (_, { key, text }) => done.push([key, text.length]),
    );
    batches.add(container(), post('1', 5));
    batches.add(container(), post('1', 9));
    batches.pump();
    await vi.advanceTimersByTimeAsync(10);
    expect(done).toEqual([
      ['1', 5],
      ['1', 9],
    ]);
  });

  it('are sent again when nobody answered, and given up after the third time', async () => {
    const judge = vi.fn(() => Promise.reject(new Error('gone')));
    const batches = createBatches(judge, () => {});
    batches.add(container(), post('1'));
    batches.pump();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(judge).toHaveBeenCalledTimes(3);
  });

  it('give up a batch that is refused without giving up on later ones', async () => {
    const judge = vi.fn(async (posts: Post[]) => {
      if (posts.some(({ key }) => key === 'bad')) throw new Error('refused');
      return answer(posts);
    });
    const done = vi.fn();
    const batches = createBatches(judge, done);
    batches.add(container(), post('bad'));
    batches.pump();
    await vi.advanceTimersByTimeAsync(60_000);
    batches.add(container(), post('good'));
    batches.pump();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toHaveBeenCalledTimes(1);
  });

  it('are dropped when stopped, answers on their way too', async () => {
    const done = vi.fn();
    const batches = createBatches(async (posts) => {
      await pause();
      return answer(posts);
    }, done);
    batches.add(container(), post('1'));
    batches.pump();
    batches.stop();
    await vi.advanceTimersByTimeAsync(100);
    expect(done).not.toHaveBeenCalled();
  });
});
