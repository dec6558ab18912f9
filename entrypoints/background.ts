/** The background: answers readers and own pages. Wiring only; listeners stand before any wait. */
import { defineBackground } from 'wxt/utils/define-background';
import { judge } from '#engine/judge.ts';
import { onAlarm } from '#platform/alarms.ts';
import { partOf } from '#platform/i18n.ts';
import { onBrowserStart, onInstalled } from '#platform/lifecycle.ts';
import { type MenuPress, onCheckMenu, onReportMenu, showLook } from '#platform/look.ts';
import { handle } from '#platform/messages.ts';
import { onSitesChanged, showListed, syncReaders } from '#platform/permissions.ts';
import { forgetProfile, loadProfile } from '#platform/profile.ts';
import { openOwnPage, reportIn, restartReaders } from '#platform/tabs.ts';
import { dismissedOf, isPageDismissed } from '#reports/dismissed.ts';
import { draftFrom } from '#reports/draft.ts';
import { createHandover } from '#reports/handover.ts';
import { withoutTraces } from '#reports/redact.ts';
import { DELIVERY_ALARM } from '#reports/schedule.ts';
import { installedRuleset } from '#ruleset/installed.ts';
import { warnOfPage } from '#ruleset/listed.ts';
import { readerOf } from '#ruleset/reader.ts';
import { adapterFor } from '#ruleset/sites.ts';
import { UPDATE_ALARM } from '#ruleset/update/schedule.ts';
import { warn, warnAsked } from '#ruleset/warn.ts';
import { MAX_TEXT, type Post } from '#schema/post.ts';
import type { ReportDraft } from '#schema/report.ts';
import type { ListedParty } from '#schema/verdict.ts';

// Evaluated at first use: a background that was woken for a post needs none of it, nor the database.
const updates = () => import('#ruleset/update/check.ts');
const delivery = () => import('#reports/delivery.ts');
const dismissals = () => import('#reports/dismissals.ts');
const sightings = () => import('#ruleset/sightings.ts');

const handedTexts = createHandover<string>();
const drafts = createHandover<{ draft: ReportDraft; post: Post; isPrivate: boolean }>();

async function showOwnLook(): Promise<void> {
  const [profile, ruleset] = await Promise.all([
    loadProfile(),
    installedRuleset().catch(() => undefined),
  ]);
  await showLook(profile, ruleset?.sites.flatMap(({ match }) => match) ?? []);
}

async function syncOptionalSites(): Promise<void> {
  const { sites } = await installedRuleset();
  await syncReaders(sites.filter(({ optional }) => optional));
}

/** Pages are read anew with other rules. */
const tellReaders = () => void restartReaders();

/** The warning about a page by its own address, where there is reason for one. */
async function warningOf(url: string, isPrivate: boolean) {
  const [ruleset, profile] = await Promise.all([installedRuleset(), loadProfile()]);
  const reader = readerOf(profile, ruleset);
  const warning = warnOfPage(url, ruleset, reader, profile.settings.loudness);
  return warning && (await isPageDismissed(new URL(url).hostname, isPrivate)) ? null : warning;
}

/** Remembers which listed parties the reader was warned of; no reason to keep a warning back. */
async function noteListed(
  parties: readonly Pick<ListedParty, 'type' | 'value'>[],
  isPrivate: boolean,
): Promise<void> {
  if (isPrivate || parties.length === 0) return;
  const { rememberSightings } = await sightings();
  await rememberSightings(parties).catch(() => {});
}

const checkRules = async () => (await updates()).check(tellReaders);
const checkOnStart = async () => (await updates()).checkOnStart(tellReaders);
const deliverOnStart = async () => (await delivery()).deliverOnStart();

async function draftOf(post: Post): Promise<ReportDraft> {
  const { level, scheme, rulesetVersion } = judge(post, await installedRuleset());
  return draftFrom(post, scheme === undefined ? null : { level, scheme }, rulesetVersion);
}

/** Opens the report form for a post. */
async function openReport(post: Post, isPrivate: boolean): Promise<void> {
  const draft = await draftOf(post);
  const id = drafts.put({ draft, post: withoutTraces(post), isPrivate });
  await openOwnPage('report.html', { draft: id });
}

/** A post of which the reader hands over a text or a link alone. */
const handedPost = (text: string, links: string[]): Post => ({
  site: 'text',
  key: crypto.randomUUID(),
  kind: 'text',
  url: '',
  text: text.slice(0, MAX_TEXT),
  links,
  partial: text.length > MAX_TEXT,
});

async function reportFromMenu({ tabId, text, link, isPrivate }: MenuPress): Promise<void> {
  if (tabId !== undefined && (await reportIn(tabId))) return;
  if (text || link) await openReport(handedPost(text ?? '', link ? [link] : []), isPrivate);
  // Nothing to report here: the reader can paste it.
  else await openOwnPage('check.html');
}

export default defineBackground(() => {
  handle({
    'reader.start': async ({ url }) => {
      const [{ sites }, { settings, catalogue }] = await Promise.all([
        installedRuleset(),
        loadProfile(),
      ]);
      const adapter = adapterFor(url, sites);
      const off = adapter !== undefined && settings.sitesOff.includes(adapter.id);
      return {
        ...(adapter ? { adapter } : {}),
        off,
        loudness: settings.loudness,
        language: catalogue.language,
        direction: catalogue.direction,
        strings: partOf(catalogue.strings, 'banner.'),
      };
    },
    'reader.judge': async ({ posts }, { isPrivate }) => {
      const [ruleset, profile, dismissed] = await Promise.all([
        installedRuleset(),
        loadProfile(),
        dismissedOf(posts, isPrivate),
      ]);
      const results = warn(posts, ruleset, profile, (post) => dismissed.has(post));
      await noteListed(
        results.flatMap(({ warning }) => warning?.listed ?? []),
        isPrivate,
      );
      return { results };
    },
    'reader.dismiss': async ({ post, scope }, { isPrivate }) => {
      await (await dismissals()).dismiss(post, scope, isPrivate);
      return {};
    },
    'reader.undismiss': async ({ post, scope }) => {
      await (await dismissals()).undismiss(post, scope);
      return {};
    },
    'reader.visit': async (_, { url, tabId, isPrivate }) => {
      if (tabId !== undefined && (await warningOf(url, isPrivate))) await showListed(tabId);
      return {};
    },
    'reader.listed': async (_, { url, isPrivate }) => {
      const warning = await warningOf(url, isPrivate);
      await noteListed(warning?.listed ?? [], isPrivate);
      const { language, direction, strings } = (await loadProfile()).catalogue;
      return { warning, language, direction, strings: partOf(strings, 'banner.') };
    },
    'reader.dismissPage': async ({ undo }, { url, isPrivate }) => {
      await (await dismissals()).dismissPage(new URL(url).hostname, undo, isPrivate);
      return {};
    },
    'reader.report': async ({ post }, { isPrivate }) => {
      await openReport(post, isPrivate);
      return {};
    },
    'check.report': async ({ text }, { isPrivate }) => {
      await openReport(handedPost(text, []), isPrivate);
      return {};
    },
    'report.draft': ({ id }) => drafts.get(id) ?? { draft: null, post: null, isPrivate: false },
    'check.handed': ({ id }) => ({ text: handedTexts.get(id) ?? null }),
    'check.judge': async ({ text, links }) => {
      const [ruleset, profile] = await Promise.all([installedRuleset(), loadProfile()]);
      return { warning: warnAsked(text, links, ruleset, profile) };
    },
    'reports.deliver': async () => {
      await (await delivery()).deliverReports(true);
      return {};
    },
    'ruleset.status': async () => (await updates()).rulesetStatus(),
    'ruleset.check': async () => ({ outcome: await checkRules() }),
    'settings.changed': async () => {
      forgetProfile();
      // Not waited for: a page that hangs must not hold up the one that changed the settings. First,
      // because who asks for quiet must have it even where the button can't be changed.
      void restartReaders();
      await showOwnLook();
      return {};
    },
  });

  onCheckMenu((text) => openOwnPage('check.html', { handed: handedTexts.put(text) }));
  onReportMenu((press) => void reportFromMenu(press));
  onSitesChanged(syncOptionalSites);
  onAlarm(UPDATE_ALARM, () => void checkRules());
  onAlarm(DELIVERY_ALARM, async () => void (await delivery()).deliverReports());
  onBrowserStart(() =>
    Promise.all([showOwnLook(), syncOptionalSites(), checkOnStart(), deliverOnStart()]),
  );
  onInstalled((isFirst) =>
    Promise.all([
      showOwnLook(),
      syncOptionalSites(),
      isFirst && openOwnPage('welcome.html'),
      checkOnStart(),
      deliverOnStart(),
    ]),
  );
});
