/** What maintainers agree on when a party is listed, and its hash, which their passkeys sign. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '#engine/ruleset/canonical.ts';
import type { Proposal } from '#schema/review.ts';

/** Maintainers who have to agree before a party is named. */
export const THRESHOLD = 2;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Everything of a proposal that is agreed on. New evidence is not for everybody, so that its hash
 * stands for it.
 */
export const agreedContent = (caseId: string, proposal: Proposal): object => ({
  case: caseId,
  ...proposal,
  ...('evidence' in proposal && proposal.evidence !== undefined
    ? { evidence: sha256(proposal.evidence) }
    : {}),
});

/** Hash (SHA-256, hexadecimal) of what is agreed on; the challenge of an agreement begins with it. */
export const agreedHash = (content: object): string => sha256(canonicalJson(content));
