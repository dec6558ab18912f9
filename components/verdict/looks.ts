/** How each level looks: the class of its tone, its word, its icon. */
import { Caution, Danger, Info } from '../icons/icons.tsx';

/** `none` is shown in pages only at a post that asks about an offer: a note, no warning. */
export const looks = {
  none: { tone: 'question', word: 'banner.note', Icon: Info },
  caution: { tone: 'caution', word: 'banner.caution', Icon: Caution },
  danger: { tone: 'danger', word: 'banner.danger', Icon: Danger },
} as const;
