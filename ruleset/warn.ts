/** From posts to what the reader is shown: judge, then put into words. */
import { judge } from '#engine/judge.ts';
import type { Ruleset } from '#engine/ruleset/types.ts';
import type { Profile } from '#platform/profile.ts';
import type { Judged } from '#schema/messages.ts';
import { MAX_TEXT, type Post } from '#schema/post.ts';
import type { Warning } from '#schema/warning.ts';
import { explain, explainAsked, isHeard } from './explain.ts';
import { readerOf } from './reader.ts';

/** Warnings for posts of a page, as loud as the reader wants them. */
export function warn(
  posts: readonly Post[],
  ruleset: Ruleset,
  profile: Profile,
  isDismissed: (post: Post) => boolean,
): Judged[] {
  const { loudness, sitesOff } = profile.settings;
  const reader = readerOf(profile, ruleset);
  const warningOf = (post: Post): Warning | null => {
    if (loudness === 'quiet' || sitesOff.includes(post.site) || isDismissed(post)) return null;
    const verdict = judge(post, ruleset);
    return isHeard(verdict, loudness) ? explain(verdict, post, reader) : null;
  };
  return posts.map((post) => ({ key: post.key, warning: warningOf(post) }));
}

/** The answer for text that the reader handed over; `null` where there is nothing to judge. */
export function warnAsked(
  text: string,
  links: readonly string[],
  ruleset: Ruleset,
  profile: Profile,
): Warning | null {
  if (text.trim() === '' && links.length === 0) return null;
  const post: Post = {
    site: 'text',
    key: 'text',
    kind: 'text',
    url: '',
    text: text.slice(0, MAX_TEXT),
    links: [...links],
    partial: text.length > MAX_TEXT,
  };
  return explainAsked(judge(post, ruleset), post, readerOf(profile, ruleset));
}
