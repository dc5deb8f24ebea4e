import { functionOf, type Answers, type CallName, type Input } from '../domain/contract/calls'
import type { Answer, Refusal } from '../domain/contract/refusal'

/** The cloud as one signed-in person reaches it from a browser: the wire that the h5 build speaks, from a script. */
export interface CloudClient {
  call<C extends CallName>(call: C, input: Input<C>): Promise<Answers[C]>
  /** Stores a file. @returns its id, cloud://… */
  upload(path: string, bytes: Uint8Array): Promise<string>
  /** Says yes to WeChat's question for each template: good for one message each. Counted once per `askId`. */
  allowMessages(askId: string, templateIds: string[]): Promise<void>
  /** Asks the courier to tell people now rather than at its next minute, as a phone does after a step. */
  pokeCourier(): Promise<void>
}

/** A call that changed nothing; says which, of whom, and why. */
export class CallRefused extends Error {
  constructor(call: string, person: string, readonly refusal: Refusal) {
    super(`${call} by ${person}: ${refusal.code}${refusal.field ? ` (${refusal.field})` : ''} ${refusal.message}`)
    this.name = 'CallRefused'
  }
}

/** @param cloud the cloud's address @param id one of the people it knows */
export async function signIn(cloud: string, id: string): Promise<CloudClient> {
  const { token } = await post<{ token: string }>(`${cloud}/devcloud/signin`, { id })
  const bearer = { authorization: `Bearer ${token}` }
  const call: CloudClient['call'] = async <C extends CallName>(name: C, input: Input<C>) => {
    const answer = await post<Answer<Answers[C]>>(`${cloud}/v1/functions/${functionOf(name)}`, { call: name, input }, bearer)
    if (!answer.ok) throw new CallRefused(name, id, answer.error)
    return answer.data
  }
  return {
    call,
    async upload(path, bytes) {
      const [permit] = await post<UploadPermit[]>(`${cloud}/v1/storages/get-objects-upload-info`, [{ objectId: path }], bearer)
      if (!permit || permit.code) throw new Error(`upload of ${path}: ${permit?.message ?? 'no permit was given'}`)
      const response = await fetch(permit.uploadUrl, {
        method: 'PUT', body: bytes as BodyInit,
        headers: { authorization: permit.authorization, 'x-cos-security-token': permit.token, 'x-cos-meta-fileid': permit.cloudObjectMeta },
      })
      if (!response.ok) throw new Error(`upload of ${path}: the storage answered ${response.status} ${await response.text()}`)
      return permit.cloudObjectId
    },
    async allowMessages(askId, templateIds) {
      const answers = Object.fromEntries(templateIds.map(templateId => [templateId, 'accept' as const]))
      await post(`${cloud}/devcloud/wechat/subscribe`, { templateIds, answers }, bearer)
      await call('recordConsent', { askId, answers })
    },
    async pokeCourier() {
      await post(`${cloud}/v1/functions/courier`, {}, bearer)
    },
  }
}

interface UploadPermit {
  uploadUrl: string
  authorization: string
  token: string
  cloudObjectMeta: string
  cloudObjectId: string
  code?: string
  message?: string
}

async function post<T>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}: ${text.slice(0, 500)}`)
  return JSON.parse(text) as T
}
