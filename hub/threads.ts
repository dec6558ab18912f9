/** Threads of the hub: each does one kind of work with a connection of its own. */
import { parentPort, Worker } from 'node:worker_threads';

type ToMain =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly failed: string; readonly reason: string };

export interface Thread<Question> {
  /** Rejects with what the thread said went wrong, or when it ends. */
  ask<Answer>(question: Question): Promise<Answer>;
  /** Asks the last question, and ends the thread when it is answered. */
  stop(last: Question): Promise<void>;
}

const ENDED = 'the thread has ended';

interface Asked {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a thread.
 * @param data what it needs, handed over once
 * @param onFailure told of what goes wrong in it beside questions, and of its end
 */
export function startThread<Question>(
  script: URL,
  data: unknown,
  onFailure: (part: string, reason: unknown) => void,
): Thread<Question> {
  const worker = new Worker(script, { workerData: data });
  const asked = new Map<number, Asked>();
  let last = 0;
  let isStopped = false;
  let isEnded = false;
  worker.on('message', (message: ToMain) => {
    if ('failed' in message) return onFailure(message.failed, message.reason);
    const one = asked.get(message.id);
    asked.delete(message.id);
    if ('answer' in message) one?.resolve(message.answer as never);
    else one?.reject(new Error(message.error));
  });
  worker.on('error', (error) => onFailure('thread', error));
  worker.on('exit', () => {
    isEnded = true;
    for (const { reject } of asked.values()) reject(new Error(ENDED));
    asked.clear();
    if (!isStopped) onFailure('thread', `${script.pathname} has ended`);
  });
  const ask = <Answer>(question: Question): Promise<Answer> => {
    // Nobody would ever answer.
    if (isEnded) return Promise.reject(new Error(ENDED));
    const id = ++last;
    return new Promise<Answer>((resolve, reject) => {
      asked.set(id, { resolve, reject });
      worker.postMessage({ id, question });
    });
  };
  return {
    ask,
    async stop(question) {
      isStopped = true;
      await ask(question).catch(() => {});
      await worker.terminate();
    },
  };
}

const say = (message: ToMain) => parentPort!.postMessage(message);

/** In a thread: answers what it is asked. */
export function answerWith<Question>(answer: (question: Question) => Promise<unknown>): void {
  parentPort!.on('message', ({ id, question }: { id: number; question: Question }) => {
    answer(question).then(
      (answer) => say({ id, answer }),
      (error) => say({ id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
}

/** In a thread: tells what went wrong. */
export const tellFailure = (part: string) => (error: unknown) => {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say({ failed: part, reason });
};
