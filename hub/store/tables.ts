/**
 * What the hub keeps. Text and whole numbers only, so that the same statements run on SQLite and
 * PostgreSQL; times are milliseconds since 1970, days are ISO 8601, `content` and `body` are JSON.
 */
import type { CaseState, Role } from '#schema/review.ts';

export interface ReportsTable {
  /** The idempotency key. */
  id: string;
  /** SHA-256 of the body as it was sent: the same key with another body is another report. */
  digest: string;
  /** Public key of the volunteer; null once erased. */
  volunteer: string | null;
  /** Salted hash of the network it came from; null once it is forgotten. */
  network: string | null;
  received_at: number;
  site: string;
  scheme: string;
  level: string;
  contact: string;
  /** The report as it was sent; null once erased. */
  content: string | null;
  /** `received` waits for its case, `quarantined` counts for nothing, `erased` holds nothing. */
  state: 'received' | 'clustered' | 'quarantined' | 'erased';
  case_id: string | null;
}

export interface VolunteersTable {
  key: string;
  first_at: number;
  /** Reports received, and those whose case was listed or turned down. */
  reports: number;
  upheld: number;
  refused: number;
}

/** Reports of a day by volunteer or network. */
export interface TalliesTable {
  kind: 'volunteer' | 'network';
  source: string;
  day: string;
  reports: number;
}

/** Secrets with which networks are hashed; each is forgotten some weeks later. */
export interface SaltsTable {
  week: string;
  salt: string;
}

/** Work that only one hub does at a time. */
export interface LeasesTable {
  name: string;
  holder: string;
  until: number;
}

export interface CasesTable {
  id: string;
  opened_at: number;
  last_at: number;
  reports: number;
  /** Different volunteers and networks; a flood from one of them counts once. */
  volunteers: number;
  networks: number;
  scheme: string;
  level: string;
  /** Harm of the scheme, 1 to 10, when the case was opened. */
  harm: number;
  /** Place in the queue, the highest first; see `rank.ts`. */
  rank: number;
  state: CaseState;
  /** Why it was not listed: a reason code. */
  reason: string | null;
  merged_into: string | null;
  /** The report whose text stands for the case; null once all are erased. */
  sample: string | null;
  title: string;
  /** When a maintainer first opened it. */
  reviewed_at: number | null;
  /** Raised with every change, so that nobody decides on what they have not seen. */
  version: number;
}

/** What the text of a report looks like, for reports that opened a case. */
export interface SketchesTable {
  /** The report's. */
  id: string;
  case_id: string;
  sketch: string;
}

/** Bands of sketches: a text that is alike shares at least one. */
export interface BandsTable {
  band: number;
  sketch_id: string;
}

/** Parties, employers and places that the reports of a case name. */
export interface MentionsTable {
  case_id: string;
  type: string;
  value: string;
  reports: number;
  first_at: number;
  last_at: number;
}

export interface CaseDaysTable {
  case_id: string;
  day: string;
  reports: number;
}

export interface CaseSourcesTable {
  case_id: string;
  kind: 'volunteer' | 'network';
  source: string;
}

export interface MaintainersTable {
  id: string;
  name: string;
  role: Role;
  created_at: number;
  /** Null for the first one. */
  invited_by: string | null;
  disabled_at: number | null;
}

/** Passkeys, as WebAuthn names their parts. */
export interface CredentialsTable {
  id: string;
  maintainer_id: string;
  public_key: string;
  counter: number;
  created_at: number;
}

export interface InvitationsTable {
  token_hash: string;
  role: Role;
  invited_by: string | null;
  expires_at: number;
  used_at: number | null;
}

export interface SessionsTable {
  token_hash: string;
  maintainer_id: string;
  seen_at: number;
  expires_at: number;
}

/** What a passkey was asked to sign, for what; each is good for one answer. */
export interface ChallengesTable {
  challenge: string;
  subject: string;
  expires_at: number;
}

export interface DecisionsTable {
  id: string;
  case_id: string;
  action: string;
  reason: string;
  /** The proposal as JSON. */
  body: string;
  content_hash: string;
  proposed_by: string;
  proposed_at: number;
  state: 'proposed' | 'approved' | 'withdrawn';
  decided_at: number | null;
}

export interface ApprovalsTable {
  decision_id: string;
  maintainer_id: string;
  /** What was agreed on. */
  content_hash: string;
  approved_at: number;
  /** The passkey's signature, which holds the hash; so that a hub can't make up an approval. */
  assertion: string;
}

/** Parties that are listed now. */
export interface ListingsTable {
  type: string;
  value: string;
  decision_id: string;
  case_id: string;
  says: string;
  listed_on: string;
  expires_on: string;
}

/** Parties that were taken off the list: not to be listed again without new evidence. */
export interface ClearedTable {
  type: string;
  value: string;
  decision_id: string;
  cleared_at: number;
}

/** What a listed party answers. */
export interface AppealsTable {
  /** Ticket number, public. */
  ticket: string;
  /** Hash of what only the one who appealed knows. */
  secret_hash: string;
  type: string;
  value: string;
  case_id: string;
  statement: string;
  /** Where to answer; erased once decided, and shown to nobody but maintainers. */
  contact: string | null;
  proof_kind: 'dns' | 'mail' | 'person';
  /** What the party has to publish, or to say back. */
  proof_code: string;
  proven_at: number | null;
  created_at: number;
  /** Until when an answer is promised. */
  due_at: number;
  state: 'open' | 'upheld' | 'denied';
  answer: string | null;
  decided_by: string | null;
  decided_at: number | null;
}

/** The public log: each entry holds the hash of the one before it. */
export interface LogTable {
  seq: number;
  at: number;
  entry: string;
  previous: string;
  hash: string;
}

export interface Tables {
  reports: ReportsTable;
  volunteers: VolunteersTable;
  tallies: TalliesTable;
  salts: SaltsTable;
  leases: LeasesTable;
  cases: CasesTable;
  bands: BandsTable;
  sketches: SketchesTable;
  mentions: MentionsTable;
  case_days: CaseDaysTable;
  case_sources: CaseSourcesTable;
  maintainers: MaintainersTable;
  credentials: CredentialsTable;
  invitations: InvitationsTable;
  sessions: SessionsTable;
  challenges: ChallengesTable;
  decisions: DecisionsTable;
  approvals: ApprovalsTable;
  listings: ListingsTable;
  cleared: ClearedTable;
  log: LogTable;
  appeals: AppealsTable;
}
