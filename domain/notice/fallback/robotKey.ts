const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** As WeCom's group settings give it to be copied. */
const ADDRESS = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key='

/**
 * The key of a group's robot, from its whole address or alone. Only the key is kept, and only WeCom's own address is ever asked: nobody can have
 * the cloud call another one. @returns null where it is neither
 */
export function readRobotKey(written: string): string | null {
  const text = written.trim()
  const key = text.startsWith(ADDRESS) ? text.slice(ADDRESS.length) : text
  return UUID.test(key) ? key.toLowerCase() : null
}

/** All that a screen shows of it. */
export function keyEnd(key: string): string {
  return key.slice(-4)
}
