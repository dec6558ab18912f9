/** Form controls of the own pages: native elements, each with its label and help text. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';

interface SwitchProps {
  readonly label: ComponentChildren;
  readonly note?: string | undefined;
  readonly on: boolean;
  readonly turn: (on: boolean) => void;
}

/** On or off, a checkbox that looks like a switch. The whole line can be pressed. */
export function Switch({ label, note, on, turn }: SwitchProps): VNode {
  const id = useId();
  return (
    <label class="switch">
      <span class="words-of-switch">
        <span id={id}>{label}</span>
        {note && <small id={`${id}-note`}>{note}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        aria-labelledby={id}
        {...(note && { 'aria-describedby': `${id}-note` })}
        checked={on}
        aria-checked={on}
        onChange={(event) => {
          const box = event.currentTarget;
          const wanted = box.checked;
          // What is stored decides what is shown; until then the switch stays as it was.
          box.checked = on;
          turn(wanted);
        }}
      />
    </label>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  /** Language of the label where it is not that of the page. */
  readonly lang?: string;
}

interface ChoiceProps {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** One of a few, all of them seen. */
export function Choice({ legend, options, value, choose }: ChoiceProps): VNode {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => choose(option.value)}
          />
          <span>
            {option.label}
            {option.note && <small>{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface PickProps {
  readonly label: string;
  readonly note?: string | undefined;
  readonly options: readonly Option[];
  readonly value: string;
  readonly choose: (value: string) => void;
}

/** One of many, from the browser's own list. */
export function Pick({ label, note, options, value, choose }: PickProps): VNode {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="select">
        <select
          id={id}
          {...(note && { 'aria-describedby': `${id}-note` })}
          value={value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {options.map((option) => (
            <option
              key={option.value}
              value={option.value}
              lang={option.lang}
              selected={option.value === value}
            >
              {option.label}
            </option>
          ))}
        </select>
      </span>
      {note && <small id={`${id}-note`}>{note}</small>}
    </div>
  );
}

/** A remark with an icon before it. */
export function Notice({
  icon,
  children,
}: {
  readonly icon: VNode;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="notice">
      {icon}
      <div>{children}</div>
    </div>
  );
}
