import { RULES, isAllowed } from './allowed'
import type { Actor, Case } from './case'
import type { CaseCommandType } from './commands'
import { after, ask, examples, EVERYBODY, HOUR, lastAt, LEADER, reasonable, RESIDENT, SUPPLIER, filedCase, act } from './exampleCase'
import { inEffect } from './effect'
import { isNews, isToldTo } from './told'
import { storyFor } from './story'

/** Of each party somebody else, who looks at the same screen. A resident has two phones. */
const another = ({ party, personId }: Actor): Actor => ({ party, personId: party === 'resident' ? personId : `${personId}-2` })
const COMMANDS = Object.keys(RULES) as CaseCommandType[]
/** They change nothing that anybody decides on. A plan replaces another one, though. */
const QUIET: readonly CaseCommandType[] = ['note', 'plan', 'expedite', 'tell', 'rate', 'takeOver']
/** Between household and seller, and between seller and supplier: neither waits for the other. */
const REFUND: readonly CaseCommandType[] = ['startRefund', 'failRefund', 'confirmRefund']
const RECOVERY: readonly CaseCommandType[] = ['admitRecovery', 'disputeRecovery', 'splitLiability']
const doNotTouch = (one: CaseCommandType, other: CaseCommandType) => !(one === 'plan' && other === 'plan')
  && (QUIET.includes(one) || QUIET.includes(other) || (REFUND.includes(one) && RECOVERY.includes(other)) || (RECOVERY.includes(one) && (REFUND.includes(other) || other === 'disown')))

/** How far apart two taps at the same instant are. ms */
const APART = 5

interface Race { state: string; c: Case; first: [Actor, CaseCommandType]; second: [Actor, CaseCommandType] }

/** Every two steps that two people may take on the same screen, in both orders. */
function races(): Race[] {
  return Object.entries(examples()).flatMap(([state, example]) => {
    const c = { ...example, state: { ...example.state, desk: true } }
    const now = lastAt(c) + HOUR
    const may = (by: Actor) => COMMANDS.filter(type => isAllowed(c.state, by, type, now)).map((type): [Actor, CaseCommandType] => [by, type])
    const steps = EVERYBODY.flatMap(may)
    return steps.flatMap(first => steps.map(([by, type]): Race => ({ state, c, first, second: [first[0].party === by.party ? another(by) : by, type] })))
  })
}

it('of any two steps at the same instant one counts, and the other is told what happened, unless neither touches the other', () => {
  const wrong: string[] = []
  const count = { refused: 0, both: 0, fell: 0 }
  for (const { state, c, first: [one, step], second: [two, other] } of races()) {
    const at = lastAt(c) + HOUR
    const decided = ask(c, one, reasonable(c.state, step, one.party), { at, commandId: 'one' })
    // Not every step makes sense in every example: more was asked for than is there, or the same was said already.
    if ('refusal' in decided) continue
    const then = after(c, decided)
    const seq = c.events.length
    const happened = then.events[seq]
    if (!happened) throw new Error('nothing happened')
    const answer = ask(then, two, reasonable(c.state, other, two.party), { at: at + APART, commandId: 'two', seen: c.version })
    const told = isToldTo(happened, two.party) && (happened.by.party === two.party || inEffect(then.events, seq, at + APART))
    const what = `${state}: ${one.party} ${step}, then ${two.party} ${other}`
    if ('refusal' in answer) {
      count.refused += 1
      const { code, message } = answer.refusal
      // Somebody who may know of it reads what it was, in the words of their own story.
      const says = told ? storyFor(then.state, then.events, two.party, at + APART, { personId: two.personId })[0]?.says : undefined
      if (says !== undefined && ['CASE_CHANGED', 'WRONG_STATE'].includes(code) && !message.includes(says)) wrong.push(`${what}: ${message} does not say ${says}`)
      if (told && isNews(happened) && code !== 'CASE_CHANGED') wrong.push(`${what}: ${code}`)
      continue
    }
    const end = after(then, answer)
    if (inEffect(end.events, seq, at + 24 * HOUR)) {
      count.both += 1
      if (!doNotTouch(step, other) || (told && isNews(happened))) wrong.push(`${what}: both count`)
    } else {
      // Nobody had been told of the first: it falls, and who decided it reads so in their own story.
      count.fell += 1
      if (told) wrong.push(`${what}: fell, though it was told`)
      if (!storyFor(end.state, end.events, one.party, at + HOUR).some(line => line.says.endsWith('（没有生效）'))) wrong.push(`${what}: fell unseen`)
    }
  }
  expect(wrong).toEqual([])
  // So that none of the three is forgotten by the examples.
  expect(Math.min(count.refused, count.both, count.fell)).toBeGreaterThan(100)
})

it('what happened is named as one reads it oneself, and names no household to a supplier', () => {
  const filed = filedCase()
  const offered = act(filed, LEADER, { type: 'offer', options: [{ remedy: 'gift', refund: 0, words: '打 13912345678 找王阿姨拿' }], words: '' })
  const agreed = act(act(act(filed, LEADER, { type: 'forward', words: '' }), SUPPLIER, { type: 'offer', options: [{ remedy: 'refund', refund: 300 }], words: '' }), RESIDENT, { type: 'agree', option: 0 })
  const message = (c: Case, by: Actor, type: CaseCommandType, names = {}) => {
    const decision = ask(c, by, reasonable(filed.state, type, by.party), { seen: 1, names })
    return 'refusal' in decision ? decision.refusal.message : 'done'
  }
  expect(message(agreed, LEADER, 'settle')).toBe('这件事刚刚有了新情况：邻居同意了，退 ¥3.00。请看过以后再决定')
  expect(message(agreed, RESIDENT, 'withdraw')).toBe('这件事刚刚有了新情况：您同意了，退 ¥3.00。请看过以后再决定')
  expect(message(offered, SUPPLIER, 'grantAsAsked')).toMatch(/^这件事刚刚有了新情况：团长给的处理：送一份小礼物，打 \S+ 找＊＊拿。请看过以后再决定$/)
  expect(message(offered, SUPPLIER, 'grantAsAsked')).not.toMatch(/13912345678|王阿姨/)
  expect(message(offered, another(LEADER), 'settle', { [LEADER.personId]: '陈姐' })).toMatch(/：陈姐给的处理/)
})
