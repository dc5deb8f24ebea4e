import { join } from 'node:path'
import type { Findings } from './findings'
import { Reader } from './read-json'

/** Events that this cloud pushes. Names as WeChat's "接收消息和事件推送" has them. */
const EVENTS = ['subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event', 'wxa_media_check']

/**
 * Reads `<root>/cloudbase/message-push.json`: `{"<event>": "<function>"}`. The service has it in its console ("消息推送"); without the file nothing is pushed.
 * @param functions the names of cloudbaserc.json
 */
export const readMessagePush = (root: string, functions: readonly string[], findings: Findings): Map<string, string> => {
  const read = new Reader(join(root, 'cloudbase', 'message-push.json'), findings)
  return new Map(Object.entries(read.whole() ?? {}).map(([event, value]) => {
    if (!EVENTS.includes(event)) read.fail(event, `one of ${EVENTS.join(', ')}`)
    const name = read.text(value, event)
    if (name !== '' && !functions.includes(name)) read.fail(event, 'a function of cloudbaserc.json')
    return [event, name]
  }))
}
