import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Lock } from '#components/icons/icons.tsx';
import { api } from './api.ts';
import { wordsOf } from './ask.ts';
import { Brand, Refusal } from './frame.tsx';

interface Props {
  /** Of an invitation; absent for who has a passkey already. */
  readonly token: string | undefined;
  readonly done: () => Promise<void>;
}

export function SignIn({ token, done }: Props): VNode {
  const [name, setName] = useState('');
  const [problem, setProblem] = useState('');
  const press = async (event: Event) => {
    event.preventDefault();
    setProblem('');
    try {
      if (token === undefined) await api.signIn();
      else {
        await api.join(token, name.trim());
        history.replaceState(null, '', location.pathname);
      }
      await done();
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <div class="page">
      <header class="top">
        <Brand />
      </header>
      <main>
        <h1>{token === undefined ? 'Sign in' : 'Join as a maintainer'}</h1>
        <p class="lead">
          {token === undefined
            ? 'Reports hold what people lived through. Sign in with your passkey to read them.'
            : 'Your passkey stays on your device or security key. Your name stands next to every decision that you make, in public.'}
        </p>
        <form class="stack" onSubmit={press}>
          {token !== undefined && (
            <label class="field">
              Your name, as others shall see it
              <input
                required
                minLength={2}
                maxLength={40}
                autocomplete="username"
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            </label>
          )}
          <div class="row">
            <button type="submit" class="button primary">
              <Lock />
              {token === undefined ? 'Sign in with a passkey' : 'Make a passkey'}
            </button>
          </div>
          <Refusal says={problem} />
        </form>
      </main>
    </div>
  );
}
