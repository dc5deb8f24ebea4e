import { grants } from '../../domain/notice/consent'
import { TEMPLATE_IDS } from '../../domain/notice/templates'
import { acceptedOnPhone, creditsOf } from '../lib/credits'
import type { UseCase } from '../lib/door'

/** What a person answered counts one message each; a client that claims more only fools itself: WeChat keeps its own count and says 43101. */
export const recordConsent: UseCase<'recordConsent'> = async (caller, { askId, answers }, now) => {
  for (const [templateId, answer] of Object.entries(answers)) {
    if (grants(answer) && TEMPLATE_IDS.includes(templateId)) await acceptedOnPhone(caller.personId, templateId, askId, now)
  }
  return { credits: await creditsOf(caller.personId, now) }
}
