/** A button that copies a number, address or name with one press. */
import { Component, createRef, type VNode } from 'preact';
import { Check, Copy } from '../icons/icons.tsx';
import type { Text } from '../text.ts';

/** Copies through a selected field: pages without TLS have no `navigator.clipboard`. */
function copyBySelection(value: string, near: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = value;
  field.className = 'unseen';
  near.after(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  near.focus();
  return done;
}

async function copy(value: string, near: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return copyBySelection(value, near);
  }
}

interface Props {
  readonly value: string;
  readonly t: Text;
  /** Says aloud that it is done. */
  readonly announce: (text: string) => void;
}

export class CopyButton extends Component<Props, { done: boolean }> {
  override state = { done: false };
  private readonly button = createRef<HTMLButtonElement>();

  private readonly press = async (event: Event) => {
    if (!event.isTrusted) return;
    const done = await copy(this.props.value, this.button.current!);
    if (!done) return;
    this.setState({ done });
    this.props.announce(this.props.t('banner.copied'));
  };

  override componentDidUpdate(before: Props): void {
    if (before.value !== this.props.value) this.setState({ done: false });
  }

  override render({ value, t }: Props): VNode {
    const { done } = this.state;
    return (
      <button ref={this.button} type="button" class="button quiet copy" onClick={this.press}>
        {done ? <Check /> : <Copy />}
        {t(done ? 'banner.copied' : 'banner.copy')}
        <span class="unseen"> {value}</span>
      </button>
    );
  }
}
