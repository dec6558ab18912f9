/** Which view the address names, and who is signed in. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Me } from '#schema/review.ts';
import { api } from './api.ts';
import { AppealsPage } from './appeals.tsx';
import { AsidePage } from './aside.tsx';
import { RefusedError } from './ask.ts';
import { CasePage } from './case.tsx';
import { Frame } from './frame.tsx';
import { People } from './people.tsx';
import { QueuePage } from './queue.tsx';
import { SignIn } from './sign-in.tsx';

const PAGES = ['people', 'appeals', 'aside'] as const;

/** `#case=C-…`, one of `PAGES`, `#invitation=…`; anything else is the queue. */
function useHash(): URLSearchParams {
  const read = () => new URLSearchParams(location.hash.slice(1));
  const [hash, setHash] = useState(read);
  useEffect(() => {
    const change = () => setHash(read());
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, []);
  return hash;
}

export function App(): VNode | null {
  const hash = useHash();
  const [me, setMe] = useState<Me | 'nobody'>();
  const find = () =>
    api.me().then(setMe, (error) => {
      if (error instanceof RefusedError) setMe('nobody');
      else throw error;
    });
  useEffect(() => void find(), []);
  if (me === undefined) return null;
  const token = hash.get('invitation') ?? undefined;
  if (me === 'nobody') return <SignIn token={token} done={find} />;
  const id = hash.get('case');
  return (
    <Frame me={me}>
      {id !== null && <CasePage key={id} id={id} me={me} />}
      {id === null && hash.has('people') && <People me={me} />}
      {id === null && hash.has('appeals') && <AppealsPage />}
      {id === null && hash.has('aside') && <AsidePage me={me} />}
      {id === null && !PAGES.some((page) => hash.has(page)) && <QueuePage />}
    </Frame>
  );
}
