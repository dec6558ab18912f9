import { expect, it, vi } from 'vitest';
import { startThread } from './threads.ts';

it('answers nobody for ever: what is asked of a thread that has ended is refused', async () => {
  const onFailure = vi.fn();
  const script = new URL('data:text/javascript,setTimeout(() => process.exit(1), 50)');
  const thread = startThread(script, undefined, onFailure);
  await expect(thread.ask('before it ends')).rejects.toThrow('has ended');
  await expect(thread.ask('after it has ended')).rejects.toThrow('has ended');
  expect(onFailure).toHaveBeenCalledOnce();
});
