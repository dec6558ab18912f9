/** The page for listed parties: appeal without an account, prove who you are, read the answer. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { day } from '#components/page/day.ts';
import { AppealReceipt, AppealStatus } from '#schema/appeal.ts';
import { IndicatorType } from '#schema/listing.ts';
import { ask, wordsOf } from '../ask.ts';
import { Refusal } from '../frame.tsx';

const PROOFS = [
  ['dns', 'A DNS record of the domain (checked at once)'],
  ['mail', 'A code that we mail to the domain'],
  ['person', 'A person looks at it'],
] as const;

/** What was taken, and how the party says that it would prove itself. */
interface TakenAppeal {
  readonly receipt: AppealReceipt;
  readonly proof: string;
}

function Taken({ receipt, proof }: TakenAppeal): VNode {
  const [status, setStatus] = useState<AppealStatus>(receipt);
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState('');
  const { ticket, secret, record } = receipt;
  const prove = async () => {
    setProblem('');
    try {
      const body = { secret, ...(code.trim() && { code: code.trim() }) };
      setStatus(await ask(`/v1/appeals/${ticket}/proof`, AppealStatus, body));
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <section class="section" aria-label="Your appeal">
      <h2>Your appeal is here</h2>
      <p>
        Ticket <code>{ticket}</code>. We answer until <strong>{day(receipt.dueAt, 'en')}</strong>,
        on this page: keep its address.
      </p>
      <label class="field">
        Your secret, shown this once
        <input readOnly value={secret} onFocus={(event) => event.currentTarget.select()} />
      </label>
      {record && (
        <dl class="plain-list">
          <dt>Publish this DNS record, then press the button</dt>
          <dd>
            <code>{record.name}</code> {record.type} <code>{record.value}</code>
          </dd>
        </dl>
      )}
      {proof === 'person' && <p>We come back to you by the contact that you gave.</p>}
      {proof === 'mail' && (
        <label class="field">
          The code from our mail, once it is there
          <input value={code} onInput={(event) => setCode(event.currentTarget.value)} />
        </label>
      )}
      {proof !== 'person' && (
        <div class="row">
          <button type="button" class="button" onClick={prove}>
            Check my proof
          </button>
        </div>
      )}
      <p role="status">{status.proven && 'Proven. Thank you.'}</p>
      {problem && <Refusal says={problem} />}
    </section>
  );
}

function Status({ ticket }: { ticket: string }): VNode | null {
  const [status, setStatus] = useState<AppealStatus>();
  const [problem, setProblem] = useState('');
  useEffect(() => {
    ask(`/v1/appeals/${encodeURIComponent(ticket)}`, AppealStatus).then(setStatus, (error) =>
      setProblem(wordsOf(error)),
    );
  }, [ticket]);
  if (problem) return <Refusal says={problem} />;
  if (!status) return null;
  const words = {
    open: `We answer until ${day(status.dueAt, 'en')}.`,
    upheld: 'You are off the list. Browsers learn of it within minutes.',
    denied: 'The listing stays.',
  };
  return (
    <section class="section" aria-label="How it stands">
      <h2>
        Appeal <code>{ticket}</code>
      </h2>
      <p>{words[status.state]}</p>
      {status.answer && (
        <blockquote class="post" dir="auto">
          {status.answer}
        </blockquote>
      )}
    </section>
  );
}

function Form({ taken }: { taken: (appeal: TakenAppeal) => void }): VNode {
  const [problem, setProblem] = useState('');
  const press = async (event: SubmitEvent) => {
    event.preventDefault();
    setProblem('');
    const given = Object.fromEntries(new FormData(event.currentTarget as HTMLFormElement));
    const { contact, ...rest } = given;
    try {
      const body = { ...rest, ...(contact && { contact }) };
      taken({ receipt: await ask('/v1/appeals', AppealReceipt, body), proof: String(rest.proof) });
    } catch (error) {
      setProblem(wordsOf(error));
    }
  };
  return (
    <form class="stack" onSubmit={press}>
      <label class="field">
        What is listed
        <select name="type">
          {IndicatorType.options.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </label>
      <label class="field">
        The domain, account or number
        <input name="value" required maxLength={500} />
      </label>
      <label class="field">
        Why the listing is wrong
        <textarea name="statement" required minLength={20} maxLength={4_000} rows={6} dir="auto" />
      </label>
      <label class="field">
        How we reach you (you can leave it empty; it is erased once we have decided)
        <input name="contact" maxLength={200} />
      </label>
      <label class="field">
        How you show that it is yours
        <select name="proof">
          {PROOFS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <div class="row">
        <button type="submit" class="button primary">
          Appeal
        </button>
      </div>
      {problem && <Refusal says={problem} />}
    </form>
  );
}

export function AppealPage(): VNode {
  const [appeal, setAppeal] = useState<TakenAppeal>();
  const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
  const taken = (given: TakenAppeal) => {
    history.replaceState(null, '', `#ticket=${given.receipt.ticket}`);
    setAppeal(given);
  };
  return (
    <div class="page">
      <header class="top">
        <span class="brand">
          <img src="/review/icon.png" alt="" width="24" height="24" />
          Lurewatch
        </span>
      </header>
      <main>
        <h1>Appeal against a listing</h1>
        <p class="lead">
          If Lurewatch warns people of you by mistake, tell us here. You need no account. Somebody
          who did not list you decides, within seven days.
        </p>
        {appeal && <Taken {...appeal} />}
        {!appeal && ticket && <Status ticket={ticket} />}
        {!appeal && !ticket && <Form taken={taken} />}
      </main>
    </div>
  );
}
