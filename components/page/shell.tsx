/** The frame of every own page: mark, heading, main part; and the sections in it. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { isNeutral, type Ui } from './ui.ts';

/** Mark and name; a notebook without a name where the look is neutral. */
export function Brand({ ui }: { ui: Ui }): VNode {
  const neutral = isNeutral(ui);
  return (
    <span class="brand">
      <img src={`/${neutral ? 'icon-neutral' : 'icon'}/48.png`} alt="" width="24" height="24" />
      {ui.t(neutral ? 'app.neutralName' : 'app.name')}
    </span>
  );
}

interface PageProps {
  readonly ui: Ui;
  readonly heading: string;
  /** One or two sentences under the heading. */
  readonly lead?: string;
  /** Stands at the end of the first line. */
  readonly corner?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page with one column. */
export function Page({ ui, heading, lead, corner, children }: PageProps): VNode {
  return (
    <div class="page">
      <header class="top">
        <Brand ui={ui} />
        {corner}
      </header>
      <main>
        <h1>{heading}</h1>
        {lead && <p class="lead">{lead}</p>}
        {children}
      </main>
    </div>
  );
}

interface SectionProps {
  readonly heading: string;
  /** Address within the page (`options.html#reports`). */
  readonly id?: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}

/** A part of a page, a region named by its heading. */
export function Section({ heading, id, note, children }: SectionProps): VNode {
  const name = useId();
  return (
    <section class="section" id={id} aria-labelledby={name}>
      <h2 id={name}>{heading}</h2>
      {note && <p class="note">{note}</p>}
      {children}
    </section>
  );
}
