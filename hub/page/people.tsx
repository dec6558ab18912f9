/** Who decides here: inviting, shutting out, and erasing a report for somebody who asks. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Me, Role } from '#schema/review.ts';
import { api, type Maintainers } from './api.ts';
import { wordsOf } from './ask.ts';
import { Refusal } from './frame.tsx';

function Invite({ run }: { run: (act: () => Promise<unknown>) => Promise<void> }): VNode {
  const [role, setRole] = useState<Role>('reviewer');
  const [link, setLink] = useState('');
  return (
    <section class="section" aria-label="Invite">
      <h2>Invite</h2>
      <div class="row">
        <label class="field">
          Role
          <select value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
            {Role.options.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <button
          type="button"
          class="button primary"
          onClick={() => run(async () => setLink(await api.invite(role)))}
        >
          Make a link
        </button>
      </div>
      {link && (
        <label class="field">
          Good once, for three days. Hand it over in person or in a private message.
          <input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </section>
  );
}

function Erase({ run }: { run: (act: () => Promise<unknown>) => Promise<void> }): VNode {
  const [code, setCode] = useState('');
  const [done, setDone] = useState(false);
  const press = (event: Event) => {
    event.preventDefault();
    return run(async () => {
      await api.erase(code.trim());
      setDone(true);
    });
  };
  return (
    <section class="section" aria-label="Erase a report">
      <h2>Erase a report</h2>
      <p class="note">For somebody who finds themselves in it and tells its code.</p>
      <form class="row" onSubmit={press}>
        <label class="field">
          Code
          <input
            required
            minLength={8}
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          Erase
        </button>
      </form>
      <p role="status">{done && 'Erased.'}</p>
    </section>
  );
}

export function People({ me }: { me: Me }): VNode {
  const [people, setPeople] = useState<Maintainers['maintainers']>([]);
  const [problem, setProblem] = useState('');
  const load = async () => setPeople(await api.maintainers());
  const run = async (act: () => Promise<unknown>) => {
    setProblem('');
    try {
      await act();
      await load();
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  useEffect(() => void run(load), []);
  const isAdmin = me.role === 'admin';
  return (
    <>
      <h1>People</h1>
      {problem && <Refusal says={problem} />}
      <ul class="rows">
        {people.map(({ id, name, role, disabled }) => (
          <li key={id} class="item">
            <span>
              <strong>{name}</strong>
              <small>{disabled ? 'shut out' : role}</small>
            </span>
            {isAdmin && !disabled && id !== me.id && (
              <button type="button" class="button" onClick={() => run(() => api.disable(id))}>
                Shut out<span class="unseen"> {name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {isAdmin && <Invite run={run} />}
      {isAdmin && <Erase run={run} />}
    </>
  );
}
