import { TEMPLATE_IDS } from '../../domain/notice/templates'
import { addCredit, creditsOf } from '../lib/credits'
import type { UseCase } from '../lib/door'

/** What a person answered counts one message each; a client that claims more only fools itself: WeChat keeps its own count and says 43101. */
export const recordConsent: UseCase<'recordConsent'> = async (caller, { askId, answers }) => {
  for (const [templateId, answer] of Object.entries(answers)) {
    const granted = answer !== 'reject' && answer !== 'ban' && answer !== 'filter'
    if (granted && TEMPLATE_IDS.includes(templateId)) await addCredit(caller.personId, templateId, askId)
  }
  return { credits: await creditsOf(caller.personId) }
}
