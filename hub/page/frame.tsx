import type { ComponentChildren, VNode } from 'preact';
import type { Me } from '#schema/review.ts';
import { api } from './api.ts';

export function Brand(): VNode {
  return (
    <span class="brand">
      <img src="./icon.png" alt="" width="24" height="24" />
      Lurewatch review
    </span>
  );
}

export function Frame({ me, children }: { me: Me; children: ComponentChildren }): VNode {
  const leave = async () => {
    await api.signOut();
    location.hash = '';
    location.reload();
  };
  return (
    <div class="page wide">
      <header class="top">
        <a class="plain" href="#queue">
          <Brand />
        </a>
        <nav class="row" aria-label="Review">
          <a class="button quiet" href="#queue">
            Queue
          </a>
          <a class="button quiet" href="#appeals">
            Appeals
          </a>
          <a class="button quiet" href="#aside">
            Set aside
          </a>
          <a class="button quiet" href="#people">
            People
          </a>
          <span class="note">
            {me.name}, {me.role}
          </span>
          <button type="button" class="button" onClick={leave}>
            Sign out
          </button>
        </nav>
      </header>
      <main>{children}</main>
    </div>
  );
}

/** What the hub refused; said aloud as soon as it is there. */
export const Refusal = ({ says }: { says: string }): VNode => (
  <p class="problem" role="alert">
    {says}
  </p>
);
