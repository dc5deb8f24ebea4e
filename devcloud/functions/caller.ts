/** Who is behind a call: a person of WeChat, a person of the web, or nobody (a timer, an administrator). */
export type Caller = { openid: string; /** WeChat pushes an event of theirs; they did not call. */ pushed?: true } | { uid: string; anonymous?: true; /** Named by a ticket of custom sign-in. */ custom?: true } | null

/** What a call under way is known by. */
export interface Call {
  functionName: string
  caller: Caller
  timer: boolean
  /** The call that made this one, if a function did. */
  parent?: Call | undefined
  /** Calls it made that are not over. */
  children: Set<Call>
  /** False while it waits for an instance. */
  running: boolean
}

/** @returns the names of functions that led to a call, outermost first, itself last */
export const chainOf = (call: Call): string[] => [...(call.parent ? chainOf(call.parent) : []), call.functionName]

/** What the environ of a call is made of. */
export interface EnvironParts { call: Call; token: string; envId: string; appId: string; requestId: string }

/**
 * The variables that one call brings along. Names as @cloudbase/node-sdk 3.18.3 (`tcbcontext.ts`, `auth/index.ts`,
 * `wxCloudToken.ts`) and wx-server-sdk 4.0.2 read them: a variable counts only if TCB_CONTEXT_KEYS or WX_CONTEXT_KEYS lists it.
 */
export const callEnviron = ({ call, token, envId, appId, requestId }: EnvironParts): Record<string, string> => {
  const tcb: Record<string, string> = { TCB_ENV: envId, TCB_SEQID: requestId, TCB_SOURCE_IP: '127.0.0.1' }
  const wx: Record<string, string> = {}
  const other: Record<string, string> = {}
  const { caller, timer } = call
  if (timer) {
    other['TRIGGER_SRC'] = 'timer'
    wx['WX_TRIGGER_API_TOKEN_V0'] = token
  } else {
    wx['WX_API_TOKEN'] = token
  }
  if (caller && 'openid' in caller) {
    wx['WX_OPENID'] = caller.openid
    wx['WX_APPID'] = appId
    wx['WX_CLIENTIP'] = '127.0.0.1'
    tcb['TCB_SOURCE'] = caller.pushed ? 'wx_unknown' : 'wx_client'
  } else if (caller) {
    tcb['TCB_UUID'] = caller.uid
    if (caller.custom) tcb['TCB_CUSTOM_USER_ID'] = caller.uid
    tcb['TCB_ISANONYMOUS_USER'] = String(caller.anonymous === true)
    tcb['TCB_SOURCE'] = 'web_client'
    other['LOGINTYPE'] = caller.anonymous ? 'ANONYMOUS' : 'CUSTOM'
  }
  return { ...tcb, ...wx, ...other, TCB_CONTEXT_KEYS: Object.keys(tcb).join(','), WX_CONTEXT_KEYS: Object.keys(wx).join(',') }
}
