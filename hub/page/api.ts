/** The hub as the page sees it: each answer parsed once. */
import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { type AppealAnswer, AppealForReview } from '#schema/appeal.ts';
import {
  Aside,
  type CaseState,
  CaseView,
  Me,
  type Proposal,
  Queue,
  type Role,
  type SourceKind,
} from '#schema/review.ts';
import { z } from '#schema/zod.ts';
import { ask as askHub } from './ask.ts';

const ask = <S extends z.ZodMiniType>(path: string, schema: S, body?: unknown) =>
  askHub(`/review/api${path}`, schema, body);

const Anything = z.looseObject({});
const Id = z.object({ id: z.string() });
const Maintainers = z.object({
  maintainers: z.array(z.object({ ...Me.shape, disabled: z.boolean() })),
});
export type Maintainers = z.infer<typeof Maintainers>;

export const api = {
  me: () => ask('/me', Me),
  async join(token: string, name: string): Promise<void> {
    const optionsJSON = await ask('/register/options', Anything, { token, name });
    const response = await startRegistration({ optionsJSON: optionsJSON as never });
    await ask('/register', Anything, { token, name, response });
  },
  async signIn(): Promise<void> {
    const optionsJSON = await ask('/sign-in/options', Anything, {});
    const response = await startAuthentication({ optionsJSON: optionsJSON as never });
    await ask('/sign-in', Anything, { response });
  },
  signOut: () => ask('/sign-out', Anything, {}),
  queue: (state: CaseState, after?: string) =>
    ask(`/cases?state=${state}${after ? `&after=${after}` : ''}`, Queue),
  case: (id: string) => ask(`/cases/${id}`, CaseView),
  propose: (id: string, version: number, proposal: Proposal) =>
    ask(`/cases/${id}/decisions`, Id, { version, proposal }),
  /** Asks for the passkey, which signs the hash of what is agreed to. */
  async approve(id: string, contentHash: string): Promise<void> {
    const optionsJSON = await ask(`/decisions/${id}/approval/options`, Anything, {});
    const response = await startAuthentication({ optionsJSON: optionsJSON as never });
    await ask(`/decisions/${id}/approval`, Anything, { contentHash, response });
  },
  withdraw: (id: string) => ask(`/decisions/${id}/withdrawal`, Anything, {}),
  aside: async () => (await ask('/aside', Aside)).groups,
  letIn: (kind: SourceKind, name: string) => ask('/aside/entry', Anything, { kind, name }),
  invite: async (role: Role) =>
    (await ask('/invitations', z.object({ link: z.string() }), { role })).link,
  maintainers: async () => (await ask('/maintainers', Maintainers)).maintainers,
  disable: (id: string) => ask(`/maintainers/${id}/disablement`, Anything, {}),
  appeals: async () =>
    (await ask('/appeals', z.object({ appeals: z.array(AppealForReview) }))).appeals,
  answerAppeal: (ticket: string, answer: AppealAnswer) =>
    ask(`/appeals/${ticket}/answer`, Anything, answer),
  erase: (code: string) => ask(`/reports/${encodeURIComponent(code)}/erasure`, Anything, {}),
};
