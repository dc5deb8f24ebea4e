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

/** The code that WeChat or the platform answered; undefined where the SDK itself broke down: it says -1 of that as well, but then nobody answered in words [wx-server-sdk: toSDKError]. */
export function errCodeOf(error: unknown): number | undefined {
  const { errCode, errMsg } = typeof error === 'object' && error !== null ? error as { errCode?: unknown; errMsg?: unknown } : {}
  return typeof errCode === 'number' && (errCode !== -1 || typeof errMsg === 'string') ? errCode : undefined
}
