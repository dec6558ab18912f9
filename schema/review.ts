/** What the review page and the hub say to each other, and what the hub tells everybody of decisions. */
import { ReasonCode } from './hub.ts';
import { IndicatorType, Listing } from './listing.ts';
import { Verdict } from './verdict.ts';
import { z } from './zod.ts';

/** `auditor` only reads, `reviewer` decides, `publisher` takes decisions into the rules, `admin` invites. */
export const Role = z.enum(['auditor', 'reviewer', 'publisher', 'admin']);
export type Role = z.infer<typeof Role>;

export const Party = z.strictObject({
  type: IndicatorType,
  value: z.string().check(z.minLength(1), z.maxLength(500)),
});
export type Party = z.infer<typeof Party>;

const Day = z.iso.date();
const CaseId = z.string().check(z.regex(/^C-[0-9A-HJKMNP-TV-Z]{8}$/));

/** What a maintainer makes of a case. Everything of it is agreed on, letter by letter. */
export const Proposal = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('list'),
    parties: z.array(Party).check(z.minLength(1), z.maxLength(50)),
    reason: ReasonCode,
    /** What readers are told; names no private person. */
    says: Listing.shape.reason,
    expires: Day,
    /** New evidence, where a party was cleared after an appeal. */
    evidence: z.optional(z.string().check(z.minLength(20), z.maxLength(2_000))),
  }),
  z.strictObject({
    action: z.literal('reject'),
    reason: ReasonCode,
  }),
  z.strictObject({
    action: z.literal('remove'),
    parties: z.array(Party).check(z.minLength(1), z.maxLength(50)),
    reason: ReasonCode,
  }),
  z.strictObject({ action: z.literal('merge'), into: CaseId, reason: ReasonCode }),
  z.strictObject({
    action: z.literal('split'),
    /** Reports of this employer become a case of their own. */
    company: z.string().check(z.minLength(1), z.maxLength(200)),
    reason: ReasonCode,
  }),
  z.strictObject({
    action: z.literal('needs-speaker'),
    /** BCP 47 tag of the language that somebody has to read. */
    language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
    reason: ReasonCode,
  }),
  z.strictObject({
    action: z.literal('phrase'),
    /** A phrase that the rules lack, for the rule authors. */
    signal: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,60}$/)),
    language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
    phrase: z.string().check(z.minLength(2), z.maxLength(200)),
    reason: ReasonCode,
  }),
]);
export type Proposal = z.infer<typeof Proposal>;

/** A proposal for a case as the page saw it. */
export const ProposalRequest = z.strictObject({
  /** Version of the case on the screen: nobody decides on what they have not seen. */
  version: z.number(),
  proposal: Proposal,
});

export const Me = z.object({ id: z.string(), name: z.string(), role: Role });
export type Me = z.infer<typeof Me>;

export const CaseState = z.enum([
  'open',
  'needs-speaker',
  'listed',
  'not-listed',
  'withdrawn',
  'merged',
]);
export type CaseState = z.infer<typeof CaseState>;

export const CaseRow = z.object({
  id: CaseId,
  title: z.string(),
  scheme: z.string(),
  level: z.string(),
  harm: z.number(),
  reports: z.number(),
  volunteers: z.number(),
  networks: z.number(),
  openedAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  state: CaseState,
  /** A proposal waits for a second maintainer. */
  proposed: z.boolean(),
  /** Many more reports than usual came in one day. */
  burst: z.boolean(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const Queue = z.object({
  cases: z.array(CaseRow),
  /** Where the next page begins; absent on the last one. */
  next: z.optional(z.string()),
});
export type Queue = z.infer<typeof Queue>;

/** By what reports are set aside: the key that signed them, or the network they came from. */
export const SourceKind = z.enum(['volunteer', 'network']);
export type SourceKind = z.infer<typeof SourceKind>;

/** Who sent more than counts. */
export const Aside = z.object({
  groups: z.array(
    z.object({
      kind: SourceKind,
      /** Tells sources apart, and nothing more. */
      name: z.string(),
      reports: z.number(),
      lastAt: z.iso.datetime(),
      /** Of the newest report. */
      scheme: z.string(),
      excerpt: z.string(),
    }),
  ),
});
export type Aside = z.infer<typeof Aside>;

export const LetIn = z.strictObject({ kind: SourceKind, name: z.string().check(z.maxLength(12)) });

export const Decision = z.object({
  id: z.string(),
  proposal: Proposal,
  contentHash: z.string(),
  proposedBy: z.string(),
  proposedAt: z.iso.datetime(),
  state: z.enum(['proposed', 'approved', 'withdrawn']),
  approvals: z.array(z.object({ by: z.string(), at: z.iso.datetime() })),
  /** May the maintainer who asks agree to it? */
  mayApprove: z.boolean(),
});
export type Decision = z.infer<typeof Decision>;

const Mention = z.object({
  type: z.string(),
  value: z.string(),
  reports: z.number(),
  /** Other cases that name it. */
  elsewhere: z.number(),
  /** Why it must not be listed, where it must not. */
  fault: z.optional(z.string()),
  listed: z.boolean(),
  cleared: z.boolean(),
});

export const CaseView = z.object({
  case: z.object({ ...CaseRow.shape, version: z.number() }),
  /** The report that stands for the case; absent once all are erased. */
  sample: z.optional(
    z.object({
      site: z.string(),
      url: z.string(),
      title: z.string(),
      text: z.string(),
      links: z.array(z.string()),
      /** What the engine makes of it today; absent before its rules are open. */
      verdict: z.optional(Verdict),
    }),
  ),
  mentions: z.array(Mention),
  days: z.array(z.object({ day: z.string(), reports: z.number() })),
  reports: z.array(
    z.object({
      code: z.string(),
      receivedAt: z.iso.datetime(),
      site: z.string(),
      scheme: z.string(),
      contact: z.string(),
      note: z.optional(z.string()),
      company: z.optional(z.string()),
      /** First letters of the volunteer's key, and what became of their reports. */
      volunteer: z.string(),
      upheld: z.number(),
      refused: z.number(),
    }),
  ),
  decisions: z.array(Decision),
});
export type CaseView = z.infer<typeof CaseView>;

/** An approved listing, for everybody. */
export const PublicListing = z.object({
  ...Party.shape,
  reason: Listing.shape.reason,
  case: Listing.shape.case,
  date: Day,
  expires: Day,
});
export type PublicListing = z.infer<typeof PublicListing>;

/** All listings that hold, in one piece: what is not there is not listed. */
export const PublicListings = z.object({ listings: z.array(PublicListing) });
export type PublicListings = z.infer<typeof PublicListings>;

const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(4_000));

/** Who may agree, by their passkeys; public keys in COSE's encoding. */
export const Maintainers = z.object({
  /** Address of the hub that the passkeys are bound to. */
  origin: z.url(),
  maintainers: z.array(
    z.object({
      name: z.string(),
      passkeys: z.array(z.object({ id: Base64Url, publicKey: Base64Url })),
    }),
  ),
});
export type Maintainers = z.infer<typeof Maintainers>;

/** How the listings that hold were agreed on, for whoever takes them over. */
export const Agreements = z.object({
  ...Maintainers.shape,
  decisions: z.array(
    z.object({
      /** What the maintainers' passkeys signed; see `listings/agreed.ts`. */
      content: z.strictObject({
        action: z.literal('list'),
        case: CaseId,
        parties: z.array(Party),
        reason: ReasonCode,
        says: z.string(),
        expires: Day,
        evidence: z.optional(z.string()),
      }),
      /** WebAuthn's answers, one a maintainer. */
      assertions: z.array(
        z.object({
          id: Base64Url,
          response: z.object({
            clientDataJSON: Base64Url,
            authenticatorData: Base64Url,
            signature: Base64Url,
          }),
        }),
      ),
    }),
  ),
});
export type Agreements = z.infer<typeof Agreements>;
