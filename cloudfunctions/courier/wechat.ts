import cloud from 'wx-server-sdk'

/** WeChat answers within a second or two; whoever waits longer holds up others. ms */
const PATIENCE = 8_000

// The SDK's own types leave out the symbol that its documentation gives here, and that it hands a time limit on to the SDK below it.
const options: { env: string; timeout: number } = { env: process.env['TCB_ENV'] ?? (cloud.DYNAMIC_CURRENT_ENV as unknown as string), timeout: PATIENCE }
cloud.init(options)

/** WeChat's own APIs, with the rights that config.json asks for. */
export const openapi = cloud.openapi

/** Which mini-program a message or a code opens: developer, trial or formal. */
export const miniprogramState = process.env['MINIPROGRAM_STATE'] ?? 'formal'

/** The code of an error that the SDK threw; undefined when it has none. */
export function errCodeOf(error: unknown): number | undefined {
  const code = typeof error === 'object' && error !== null ? (error as { errCode?: unknown }).errCode : undefined
  return typeof code === 'number' ? code : undefined
}
